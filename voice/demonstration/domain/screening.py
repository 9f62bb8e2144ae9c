"""The safeguarding lead keeps screening's lists: schools, and words heard locally."""

from voice.demonstration.domain.telling import Telling
from voice.moderation.domain.screening_lists import change_list
from voice.moderation.enums import ListKind
from voice.moderation.queries.screening_lists import ListName, lines_that_came

SCHOOLS = (
    "Albion Road Primary School",
    "Calder Bridge Academy",
    "Northgate Sixth Form College",
    "St Wilfrid's Catholic High School",
)
HEARD_HERE = (
    "# Heard in Calderwick",
    "kicking off at ours",
    "the flat above the bookies",
)


def keep_lists(telling: Telling) -> None:
    """Bring in the schools of Calderwick, and add what is said there alone."""
    lead = telling.people["lead"]
    schools = ListName(ListKind.SCHOOLS.value)
    change_list(schools, lines=SCHOOLS, seen=0, by=lead)
    english = ListName(ListKind.WORRIES.value, "en")
    lines = (*lines_that_came(english), *HEARD_HERE)
    change_list(english, lines=lines, seen=0, by=lead)

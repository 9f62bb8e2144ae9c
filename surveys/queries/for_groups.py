"""What community groups who run sessions may take with them: surveys open to anybody."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils import timezone

from surveys.enums import InvitationKind
from surveys.models import Edition, Invitation, Survey
from surveys.queries.opening import lets_in, takes_answers


@dataclass(frozen=True, slots=True)
class ForGroups:
    """A survey that anybody may answer, and the newest open link to it."""

    survey: Survey
    link: Invitation


def surveys_for_groups(on: date) -> list[ForGroups]:
    """Return the surveys anybody may answer on the day `on`, each once, by closing day.

    Their open link shows every question to whoever follows it, so a poster of it and
    the same questions on paper tell nothing that is not open.
    """
    now = timezone.now()
    asked = Exists(Edition.objects.filter(survey=OuterRef("survey")))
    links = Invitation.objects.filter(
        asked,
        kind=InvitationKind.LINK,
        stopped_at=None,
        survey__live=True,
        survey__consultation__opens_on__lte=on,
        survey__consultation__closes_on__gte=on,
    ).select_related("survey__consultation")
    found: dict[int, Invitation] = {}
    for link in links.order_by("survey__consultation__closes_on", "made_at", "pk"):
        if lets_in(link, at=now) and takes_answers(link.survey, on=on):
            found[link.survey_id] = link
    return [ForGroups(link.survey, link) for link in found.values()]

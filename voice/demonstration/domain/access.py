"""Looks after access: one survey is handed over, one was opened, everybody is reviewed."""

from surveys.domain.members import remove_member
from surveys.models import Survey
from voice.accounts.domain.break_glass import (
    ask_to_break_glass,
    close_break_glass,
    open_break_glass,
)
from voice.accounts.domain.reviews import confirm_access
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.surveys import HOME, WORKER

WHY = (
    "The complaints panel asks whether anybody told us of missed visits before the "
    "summer. Both workers are away until Thursday and the panel meets tomorrow."
)


def look_after_access(telling: Telling) -> None:
    """Leave one survey to one worker, break the glass of another, review everybody."""
    admin, officer = telling.people["admin"], telling.people["officer"]
    remove_member(
        Survey.objects.get(slug=HOME.slug),
        user=telling.people["worker2"],
        by=telling.people["worker"],
    )
    survey = Survey.objects.get(slug=WORKER.slug)
    asked = ask_to_break_glass(survey.pk, title=survey.title, reason=WHY, by=admin)
    close_break_glass(open_break_glass(asked, by=officer), by=admin)
    for person in telling.people.values():
        confirm_access(person, by=officer if person == admin else admin)

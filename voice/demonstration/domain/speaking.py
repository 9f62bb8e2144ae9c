"""Speaks: a machine reads a survey aloud, and a worker listens and keeps it."""

from django.utils import timezone

from surveys.domain.drafts_aloud import NoMachineVoice, ask_for_drafts, make_draft
from surveys.domain.keeping_drafts import keep_draft, listen_to_draft
from surveys.models import Survey
from surveys.models.draft_recording import DraftState
from voice.accounts.models import User
from voice.council.enums import BASE_LANGUAGE


def speak(survey: Survey, *, by: User) -> None:
    """Have the English of `survey` read aloud by a machine, listened to and kept.

    Where the machine has no voice nothing is read, as in any house without one.
    """
    try:
        ask_for_drafts(
            survey, language=BASE_LANGUAGE, age_band="", by=by, now=timezone.now()
        )
    except NoMachineVoice:
        return
    drafts = survey.draft_recordings.order_by("pk")
    for draft in drafts.filter(state=DraftState.WAITING):
        make_draft.call(draft.pk)
    for draft in drafts.filter(state=DraftState.MADE):
        listen_to_draft(draft, by=by, plain=False)
        draft.refresh_from_db()
        keep_draft(draft, by=by)

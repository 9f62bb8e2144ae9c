"""Whether anybody answered at all; never how many."""

from django.db.models import Q

from surveys.enums import NoteState, ResponseState
from surveys.models import Consultation, Response, SessionNote, Survey

HEARD = [state.value for state in ResponseState.heard()]


def somebody_answered(asked: Consultation | Survey) -> bool:
    """Say whether a young person finished answering, or was heard in a session.

    Also once what they said is kept no longer. At most two queries.
    """
    survey = Q(survey=asked.pk)
    edition = Q(edition__survey=asked.pk)
    if isinstance(asked, Consultation):
        survey = Q(survey__consultation=asked.pk)
        edition = Q(edition__survey__consultation=asked.pk)
    return (
        Response.objects.filter(edition, state__in=HEARD).exists()
        or SessionNote.objects.filter(survey, state=NoteState.SENT).exists()
    )

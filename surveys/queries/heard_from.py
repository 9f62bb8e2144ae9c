"""Whether anybody answered at all; never how many."""

from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import Combinable

from surveys.enums import NoteState, ResponseState
from surveys.models import Consultation, Erasure, Response, SessionNote, Survey

HEARD = [state.value for state in ResponseState.heard()]
# Also what was taken back since: nobody sees from a page that somebody took it back.
EVER = [*HEARD, ResponseState.WITHDRAWN.value, ResponseState.SET_ASIDE.value]


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


def ever_heard() -> Combinable:
    """Return, of a row of consultations, whether anybody ever answered or was heard.

    What was taken back or erased since counts too: what a page says of it does not
    move with one person.
    """
    responses = Response.objects.filter(
        edition__survey__consultation=OuterRef("pk"), state__in=EVER
    )
    notes = SessionNote.objects.filter(
        survey__consultation=OuterRef("pk"), sent_at__isnull=False
    )
    erased = Erasure.objects.filter(survey__consultation=OuterRef("pk"))
    return Exists(responses) | Exists(notes) | Exists(erased)


def ever_answered(consultation: Consultation) -> bool:
    """Say whether anybody ever answered, also if it was taken back; one query."""
    row = Consultation.objects.filter(pk=consultation.pk)
    return row.annotate(ever=ever_heard()).filter(ever=True).exists()

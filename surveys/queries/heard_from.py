"""Whether anybody answered at all; never how many.

What was taken back, erased or kept no longer was somebody's too: what is said and what
may be done does not move with one person, nor with the years.
"""

from functools import reduce
from operator import or_

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from surveys.also_heard import also_heard
from surveys.enums import Kept, ResponseState
from surveys.models import (
    Consultation,
    Erasure,
    Response,
    RetentionRun,
    SessionNote,
    Survey,
)

NEVER_FINISHED = ResponseState.UNDER_WAY


def _traces(asked: str, of: object) -> list[QuerySet[Model]]:
    """Return the rows by which somebody answered; `asked` leads from them to `of`."""
    responses = Response.objects.filter(**{f"edition__{asked}": of})
    notes = SessionNote.objects.filter(sent_at__isnull=False, **{asked: of})
    ended = RetentionRun.objects.filter(kind=Kept.RESPONSES, had_answers=True)
    return [
        responses.exclude(state=NEVER_FINISHED),
        notes,
        Erasure.objects.filter(**{asked: of}),
        ended.filter(**{asked: of}),
    ]


def survey_was_answered(survey: Survey) -> bool:
    """Say whether somebody ever finished answering, or was heard; four queries."""
    return any(rows.exists() for rows in _traces("survey", survey.pk))


def ever_heard() -> Q:
    """Return, of a row of consultations, whether anybody ever answered or was heard.

    Also where higher apps know it, of a release that was issued.
    """
    ours = map(Exists, _traces("survey__consultation", OuterRef("pk")))
    return reduce(or_, (Q(heard) for heard in (*ours, *also_heard())))


def ever_answered(consultation: Consultation) -> bool:
    """Say whether anybody ever answered, whatever became of it; one query."""
    row = Consultation.objects.filter(pk=consultation.pk)
    return row.annotate(ever=ever_heard()).filter(ever=True).exists()

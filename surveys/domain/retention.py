"""Destroys what a survey has kept long enough; called by manage.py run_due.

What nobody has read yet is never destroyed: it is left, an alarm is raised, and the
survey is shown as overdue until somebody has read it. The rest goes on its day.
"""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from surveys.domain.counting import end_counts
from surveys.domain.forgetting import forget_response, forget_statement
from surveys.domain.told_through_workers import forget_wishes
from surveys.enums import (
    Agreement,
    Company,
    HelpedBy,
    Kept,
    NoteState,
    ResponseState,
)
from surveys.models import (
    Comment,
    InvitationCode,
    Response,
    RetentionRun,
    SessionNote,
    Survey,
)
from surveys.queries.retention import (
    last_day,
    published_surveys,
    raw_columns,
    responses_left,
    rows_left,
)
from surveys.time_taken import Took
from surveys.unread import unread_comments
from voice.audit.domain.record import record
from voice.council.domain.alarms import raise_alarm, settle_alarm
from voice.council.domain.keys import destroy_key, key_is_there, survey_owner
from voice.council.enums import AlarmKind, KeyPurpose
from voice.council.sealed_columns import SealedColumn

BATCH = 500


def end_what_is_due(now: datetime) -> list[str]:
    """Destroy what is over by `now`; return a sentence for each survey and kind."""
    today = timezone.localdate(now)
    said = []
    for survey in published_surveys():
        if today > last_day(survey, Kept.WORDS):
            said += end_words(survey, now=now)
        if today > last_day(survey, Kept.RESPONSES):
            said += end_responses(survey, now=now)
    return said


@transaction.atomic
def end_words(survey: Survey, *, now: datetime) -> list[str]:
    """Destroy what young people wrote, said and drew, all but what nobody has read.

    With nothing left, the key goes too, and with it every copy in any backup that is
    brought back without its keys. Redacted, approved text stays under its own key.
    """
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    held = unread_comments(survey)
    _alarm(survey, held=len(held), now=now)
    counts = {
        column.name: emptied
        for column in raw_columns()
        if (emptied := _emptied(survey, column, held))
    }
    # No device goes on with one that was left: nothing it writes could be kept.
    Response.objects.filter(edition__survey=survey).update(
        quick_seconds=None, capability_hash=None, touched_at=None, started_at=None
    )
    owner = survey_owner(survey.pk)
    destroys = not held and key_is_there(owner=owner, purpose=KeyPurpose.RAW)
    if destroys:
        destroy_key(owner=owner, purpose=KeyPurpose.RAW)
    if not counts and not destroys:
        return []
    run = RetentionRun.objects.create(
        survey=survey,
        kind=Kept.WORDS,
        at=now,
        counts=counts,
        held=len(held),
        key_destroyed=destroys,
    )
    return [_recorded(run)]


@transaction.atomic
def end_responses(survey: Survey, *, now: datetime) -> list[str]:
    """Destroy the answers of each young person; counts and approved text stay.

    A finished response becomes an empty row that kept words stand on. Others are
    forgotten whole. Nothing goes while words of the survey wait to be read.
    """
    survey = Survey.objects.select_for_update().get(pk=survey.pk)
    if unread_comments(survey):
        return []
    left = responses_left(survey)
    had_answers = left.exclude(state=ResponseState.UNDER_WAY).exists()
    counts: dict[str, int] = {}
    for response in left.exclude(state=ResponseState.FINISHED).order_by("pk"):
        for name, number in forget_response(response).items():
            counts[name] = counts.get(name, 0) + number
    end_counts(survey)
    finished = left.filter(state=ResponseState.FINISHED)
    comments = Comment.objects.filter(response__in=finished.order_by())
    comments.update(age_band="")
    ended = finished.update(
        state=ResponseState.ENDED,
        answers={},
        age_band="",
        helped_by=HelpedBy.NOT_SAID,
        company=Company.NOT_SAID,
        took=Took.NOT_KNOWN,
        help_given=[],
        agreement=Agreement.NOT_ASKED,
        is_checked=False,
        code_number=None,
    )
    counts |= _notes_ended(survey) | _wishes_ended(survey)
    if not counts and not ended:
        return []
    run = RetentionRun.objects.create(
        survey=survey,
        kind=Kept.RESPONSES,
        at=now,
        counts=counts | {"answers": ended},
        had_answers=had_answers,
    )
    return [_recorded(run)]


def _notes_ended(survey: Survey) -> dict[str, int]:
    """Let no session note say where, who helped and how old; return how many.

    How many were there stays. What was never sent, or taken back, goes whole.
    """
    notes = SessionNote.objects.filter(survey=survey).exclude(state=NoteState.ENDED)
    sent = notes.filter(state=NoteState.SENT)
    unsent = notes.exclude(state=NoteState.SENT)
    for comment in Comment.objects.filter(session_note__in=unsent.order_by()):
        forget_statement(comment)
    Comment.objects.filter(session_note__in=sent.order_by()).update(age_band="")
    gone = {"label": "", "age_bands": [], "helped_by": []}
    drafts = unsent.filter(state=NoteState.DRAFT)
    done = drafts.update(state=NoteState.TAKEN_BACK, **gone)
    unsent.update(**gone)
    done += sent.update(state=NoteState.ENDED, **gone)
    return {"session notes": done} if done else {}


def _wishes_ended(survey: Survey) -> dict[str, int]:
    """Forget who asked to be told through their worker; return how many."""
    done = forget_wishes(InvitationCode.objects.filter(invitation__survey=survey))
    return {"wishes to be told": done} if done else {}


def _emptied(survey: Survey, column: SealedColumn, held: set[UUID]) -> int:
    """Empty one column of a survey, all but what is held; return how many rows."""
    path = f"{column.comment}_id__in" if column.comment else "pk__in"
    rows = rows_left(column, survey).exclude(**{path: held})
    # By key, since an update cannot follow the path to the survey on every database.
    found = list(rows.values_list("pk", flat=True))
    done = 0
    for at in range(0, len(found), BATCH):
        some: QuerySet[Model] = QuerySet(rows.model).filter(
            pk__in=found[at : at + BATCH]
        )
        done += some.update(**{column.column: b""})
    return done


def _alarm(survey: Survey, *, held: int, now: datetime) -> None:
    """Raise the alarm while unread comments are past their time; settle it after."""
    about = f"survey {survey.pk}"
    if held:
        raise_alarm(AlarmKind.RETENTION_HELD, about=about, now=now)
    else:
        settle_alarm(AlarmKind.RETENTION_HELD, about=about, now=now)


def _recorded(run: RetentionRun) -> str:
    """Write down what was done, and return it as a sentence."""
    record(
        f"surveys.end_{run.kind}",
        of=run,
        by=None,
        survey=run.survey_id,
        held=run.held,
        key_destroyed=run.key_destroyed,
        counts=run.counts,
    )
    total = sum(run.counts.values())
    held = f"; {run.held} unread were left, and an alarm raised" if run.held else ""
    return f"Retention: {total} {run.kind} of survey {run.survey_id} destroyed{held}."

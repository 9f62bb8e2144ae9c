"""Raising a concern, seeing it, acting and deciding; safeguarding leads alone see them."""

from collections.abc import Collection

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from surveys.enums import InvitationKind
from surveys.models import Comment, Recording
from surveys.queries.helping import who_was_beside
from surveys.queries.session_notes import heard_in, session_named
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.domain.concern_alarms import (
    somebody_decided,
    somebody_saw,
    tell_of,
)
from voice.moderation.domain.errors import ConcernIsDecided
from voice.moderation.domain.named import wall_off_named
from voice.moderation.enums import (
    ConcernState,
    Outcome,
    RaisedBy,
    WallOrigin,
    WallReason,
)
from voice.moderation.logic.keeping import contact_until, words_until
from voice.moderation.models import (
    Concern,
    ConcernRecording,
    ContactDetails,
    Reading,
    Wall,
)
from voice.moderation.queries.asked import question_asked
from voice.moderation.queries.words import own_words


@transaction.atomic
def raise_concern(
    reading: Reading,
    *,
    by: User,
    raised_from: RaisedBy = RaisedBy.READER,
    not_these: Collection[User] = (),
) -> Concern:
    """Copy the child's exact words under the safeguarding key, and tell those on duty.

    `not_these` are the leads the reader does not want: they never learn of it.
    """
    comment = reading.comment
    way_in, label = _way_in(comment)
    note = comment.session_note
    concern = Concern(
        survey_id=comment.survey_id,
        comment=comment,
        kind=comment.kind,
        asked=question_asked(comment),
        language=comment.language,
        age_band=comment.age_band,
        week=comment.week,
        mode=comment.survey.mode,
        way_in=way_in,
        way_in_label=label[:100],
        beside=who_was_beside(comment),
        heard_in=heard_in(note) if note else "",
        heard_by=note.written_by if note else None,
        raised_from=raised_from,
        raised_by=by,
    )
    concern.write(words=own_words(reading))
    concern.save(force_insert=True)
    _copy_recording(concern, reading)
    Wall.objects.bulk_create(
        Wall(
            concern=concern,
            user=lead,
            why=WallReason.NOT_THIS_LEAD,
            origin=WallOrigin.READER,
            put_up_by=by,
        )
        for lead in set(not_these)
    )
    wall_off_named(concern)
    record(
        "moderation.raise_concern",
        of=concern,
        by=by,
        reading=reading.pk,
        raised_from=concern.raised_from,
        not_these=sorted(lead.pk for lead in set(not_these)),
    )
    tell_of(concern)
    return concern


def _way_in(comment: Comment) -> tuple[str, str]:
    """Return how it came: the way in of its response, or which session it was."""
    if comment.session_note is not None:
        return InvitationKind.GROUP, session_named(comment.session_note)
    assert comment.response is not None  # noqa: S101 - a constraint of Comment
    invitation = comment.response.invitation
    return invitation.kind, invitation.label


@transaction.atomic
def see_concern(concern: Concern, *, by: User) -> str:
    """Return the child's exact words; write down that `by` read them.

    The first to open a new concern is remembered as having seen it.
    """
    row = Concern.objects.select_for_update().get(pk=concern.pk)
    if row.state == ConcernState.NEW:
        _mark_seen(row, by=by)
        row.save(update_fields=("state", "seen_by", "seen_at"))
        somebody_saw(row)
    concern.state, concern.seen_by, concern.seen_at = (
        row.state,
        row.seen_by,
        row.seen_at,
    )
    record("moderation.read_concern", of=row, by=by, state=row.state)
    return row.words()


@transaction.atomic
def hear_concern(copy: ConcernRecording, *, by: User) -> bytes:
    """Return the child's voice or drawing; write down that `by` heard or saw it."""
    record("moderation.hear_concern", of=copy.concern, by=by)
    return copy.read()


@transaction.atomic
def act_on_concern(concern: Concern, *, by: User) -> Concern:
    """Remember that `by` rang 999 or the front door now; the record comes after.

    Nothing is asked first, and the first time stands. Raises ConcernIsDecided.
    """
    row = _undecided(concern)
    if row.seen_by_id is None:
        _mark_seen(row, by=by)
    if row.acted_by_id is None:
        row.acted_by, row.acted_at = by, timezone.now()
    row.save()
    somebody_saw(row)
    record("moderation.act_on_concern", of=row, by=by)
    return row


@transaction.atomic
def decide_concern(
    concern: Concern, *, outcome: Outcome | str, note: str, reference: str, by: User
) -> Concern:
    """Record what a safeguarding lead decided; the reason is sealed like the words.

    Raises ConcernIsDecided when somebody was first, ValueError for an outcome that is
    not on the list.
    """
    row = _undecided(concern)
    if row.seen_by_id is None:
        _mark_seen(row, by=by)
    row.state = ConcernState.DECIDED
    row.outcome = Outcome(outcome)
    row.reference = reference
    row.decided_by, row.decided_at = by, timezone.now()
    row.sealed_note = None
    if note:
        row.write_note(note)
    _say_how_long(row)
    row.save()
    record("moderation.decide_concern", of=row, by=by, outcome=row.outcome)
    somebody_decided(row)
    return row


def _undecided(concern: Concern) -> Concern:
    """Return the row, held until the transaction ends; raises ConcernIsDecided."""
    row = Concern.objects.select_for_update().get(pk=concern.pk)
    if row.state == ConcernState.DECIDED:
        raise ConcernIsDecided
    return row


def _mark_seen(row: Concern, *, by: User) -> None:
    """Remember who saw it first; save afterwards."""
    row.state = ConcernState.SEEN
    row.seen_by, row.seen_at = by, timezone.now()


def _say_how_long(row: Concern) -> None:
    """Set how long words and contact details are kept, counted from the decision."""
    day = timezone.localdate(row.decided_at)
    row.keep_until = words_until(day, years=settings.CONCERN_YEARS)
    survey = row.survey
    until = contact_until(
        day,
        closes_on=survey.consultation.closes_on,
        days=survey.keep_contact_days,
        was_referred=row.outcome in Outcome.referred(),
        words=row.keep_until,
    )
    ContactDetails.objects.filter(concern=row).update(keep_until=until)


def _copy_recording(concern: Concern, reading: Reading) -> None:
    """Copy the voice or drawing too, if there is one."""
    recording = Recording.objects.filter(comment=reading.comment_id).first()
    if recording is None:
        return
    copy = ConcernRecording(concern=concern, media_type=recording.media_type)
    copy.write(recording.read())
    copy.save(force_insert=True)

"""Reading a comment and deciding about it: every decision has a name and a time.

A yes to counting or quoting holds as decided, and takes effect only once the
response is finished (voice.moderation.queries.kept).
"""

from collections.abc import Collection, Sequence

from django.db import transaction
from django.utils import timezone

from surveys.queries.session_notes import written_up_by
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.domain.arrival import forget_decision
from voice.moderation.domain.assigning import hold
from voice.moderation.domain.concerns import raise_concern
from voice.moderation.domain.errors import (
    AlreadyDecided,
    NothingReplaced,
    NotWrittenDown,
    PassedOnStays,
    QuoteNotAllowed,
    QuoteNotCounted,
    QuoteOwnNote,
    UsedInRelease,
)
from voice.moderation.domain.sampling import draw_second_reading
from voice.moderation.domain.worries import settle_worry
from voice.moderation.enums import (
    PutBackReason,
    RaisedBy,
    ReadingState,
    WithholdReason,
)
from voice.moderation.kept_dropped import kept_text_dropped
from voice.moderation.logic.redaction import (
    BadPassages,
    Passage,
    one_line_break,
    redacted,
)
from voice.moderation.models import Decision, Opening, Reading
from voice.moderation.queries.words import own_words
from voice.moderation.used import uses_of

UNREAD = frozenset({ReadingState.WAITING})
# A worry is passed on whenever somebody sees it, whatever was decided before; words
# taken back are read for safety, and for nothing else.
MAY_BE_PASSED_ON = frozenset(ReadingState) - {ReadingState.PASSED_ON}


@transaction.atomic
def open_comment(reading: Reading, *, by: User) -> str:
    """Return the child's own words, and write down that `by` read them.

    Of a voice or drawing, what a reader wrote down; empty while nobody has. While it
    waits it is in the reader's hand. Raises KeyDestroyed once the survey's retention
    has ended.
    """
    words = own_words(reading)
    Opening.objects.get_or_create(reading=reading, version=reading.version, by=by)
    hold(reading, by=by)
    record("moderation.read", of=reading, by=by, version=reading.version)
    settle_worry(reading)
    return words


@transaction.atomic
def approve_comment(
    reading: Reading, *, version: int, may_count: bool, may_quote: bool, by: User
) -> Decision:
    """Keep the child's words as they are, with one yes or two.

    Raises AlreadyDecided when `version` is no longer the reading's,
    QuoteNotAllowed, QuoteOwnNote, QuoteNotCounted, and NotWrittenDown for a voice or drawing.
    """
    row = claim(reading, version=version, states=UNREAD)
    _allow(row, may_count=may_count, may_quote=may_quote, by=by)
    row.keep(one_line_break(_words(row)))
    row.may_count, row.may_quote = may_count, may_quote
    return _settle(row, ReadingState.APPROVED, by=by, seen=reading)


@transaction.atomic
def redact_comment(
    reading: Reading,
    *,
    version: int,
    passages: Sequence[Passage],
    may_count: bool,
    may_quote: bool,
    by: User,
) -> Decision:
    """Keep the words with each (start, end, replacement) replaced; the original stays.

    Raises NothingReplaced, and what approve_comment raises.
    """
    row = claim(reading, version=version, states=UNREAD)
    _allow(row, may_count=may_count, may_quote=may_quote, by=by)
    try:
        row.keep(one_line_break(redacted(_words(row), passages)))
    except BadPassages:
        raise NothingReplaced from None
    row.may_count, row.may_quote = may_count, may_quote
    return _settle(row, ReadingState.REDACTED, by=by, seen=reading)


@transaction.atomic
def withhold_comment(
    reading: Reading, *, version: int, reason: WithholdReason | str, by: User
) -> Decision:
    """Show the words to nobody, for one of a few reasons.

    Raises AlreadyDecided, and ValueError for a reason that is not on the list.
    """
    row = claim(reading, version=version, states=UNREAD)
    row.reason = WithholdReason(reason)
    return _settle(row, ReadingState.WITHHELD, by=by, seen=reading)


@transaction.atomic
def pass_on_comment(
    reading: Reading,
    *,
    version: int,
    raised_from: RaisedBy = RaisedBy.READER,
    not_these: Collection[User] = (),
    by: User,
) -> Decision:
    """Hand the child's exact words to the safeguarding leads, and lock them away here.

    `not_these` are leads the reader does not want to have them. Whatever was decided
    before is dropped. Raises AlreadyDecided.
    """
    row = claim(reading, version=version, states=MAY_BE_PASSED_ON)
    raise_concern(row, raised_from=raised_from, not_these=not_these, by=by)
    return lock_away(row, by=by, seen=reading)


def lock_away(row: Reading, *, by: User, seen: Reading) -> Decision:
    """Lock a claimed row away from readers, inside the caller's transaction."""
    was_kept = row.state in ReadingState.kept()
    forget_decision(row)
    decision = _settle(row, ReadingState.PASSED_ON, by=by, seen=seen)
    if was_kept:
        kept_text_dropped(row, by=by)
    return decision


@transaction.atomic
def undo_decision(reading: Reading, *, version: int, by: User) -> Decision:
    """Put a decided comment back to be read; the undo is a decision of its own.

    Raises AlreadyDecided, UsedInRelease, and PassedOnStays: only the safeguarding lead
    gives that back.
    """
    row = claim_to_put_back(reading, version=version)
    if uses_of(row, hold=True):
        raise UsedInRelease
    return put_back(row, by=by, seen=reading, why=PutBackReason.UNDO)


def put_back(row: Reading, *, by: User, seen: Reading, why: PutBackReason) -> Decision:
    """Make a claimed row wait again, inside the caller's transaction."""
    forget_decision(row)
    decision = _settle(row, ReadingState.WAITING, by=by, seen=seen, why=why)
    kept_text_dropped(row, by=by)
    return decision


def claim_to_put_back(reading: Reading, *, version: int) -> Reading:
    """Return the row of a decided comment, held; raises what undo_decision raises."""
    row = claim(reading, version=version, states=ReadingState.settled())
    if row.state == ReadingState.PASSED_ON:
        raise PassedOnStays
    return row


def claim(
    reading: Reading, *, version: int, states: frozenset[ReadingState]
) -> Reading:
    """Return the row, held until the transaction ends, if it is as the reader saw it.

    Raises AlreadyDecided when somebody was first.
    """
    row = (
        Reading.objects.select_for_update(of=("self",))
        .select_related("comment")
        .get(pk=reading.pk)
    )
    if row.version != version or row.state not in states:
        raise AlreadyDecided(row)
    return row


def _words(row: Reading) -> str:
    """Return the words to decide about; raises NotWrittenDown when there are none."""
    words = own_words(row)
    if row.comment.is_recorded and not words:
        raise NotWrittenDown
    return words


def _allow(row: Reading, *, may_count: bool, may_quote: bool, by: User) -> None:
    """Raise unless the child, and the rule that quotes are counted, allow these yeses.

    Of what was heard in a session the writer has said the child's yes already: the
    reader's is somebody else's.
    """
    if may_quote and not row.comment.may_quote:
        raise QuoteNotAllowed
    if may_quote and written_up_by(row.comment, by):
        raise QuoteOwnNote
    if may_quote and not may_count:
        raise QuoteNotCounted


def _settle(
    row: Reading,
    state: ReadingState,
    *,
    by: User,
    seen: Reading,
    why: PutBackReason | str = "",
) -> Decision:
    """Save a claimed row in its new state, with its decision and its audit entry.

    `seen` is the caller's copy of the row; it is brought up to date. Some decisions,
    drawn by lot, are to be read again by somebody else.
    """
    row.state = state
    row.version += 1
    row.assigned_to = row.assigned_at = None
    if state != ReadingState.WAITING:
        row.decided_by, row.decided_at = by, timezone.now()
        settle_worry(row)
    row.save()
    decision = Decision.objects.create(
        reading=row,
        state=state,
        version=row.version,
        may_count=row.may_count,
        may_quote=row.may_quote,
        reason=row.reason,
        why=why,
        by=by,
    )
    draw_second_reading(decision)
    record(
        f"moderation.{state.value}",
        of=row,
        by=by,
        version=row.version,
        may_count=row.may_count,
        may_quote=row.may_quote,
        reason=row.reason,
        why=why,
    )
    bring_up_to_date(seen, row)
    return decision


def bring_up_to_date(seen: Reading, row: Reading) -> None:
    """Give the caller's copy of a row what the row holds now."""
    for field in row._meta.concrete_fields:  # noqa: SLF001 - Django's public interface
        setattr(seen, field.attname, getattr(row, field.attname))

"""A safeguarding lead gives a comment back to the readers, or takes it again."""

from django.db import transaction

from voice.accounts.models import User
from voice.moderation.domain.errors import (
    AlreadyDecided,
    ConcernIsOpen,
    NothingToGiveBack,
)
from voice.moderation.domain.reading import lock_away, put_back
from voice.moderation.enums import ConcernState, PutBackReason, ReadingState
from voice.moderation.models import Concern, Decision, Reading


@transaction.atomic
def give_back_comment(concern: Concern, *, by: User) -> Decision:
    """Put the comment of a decided concern back to be read like any other.

    A comment that was passed on stays out of themes and quotes for good unless a
    safeguarding lead does this. Raises ConcernIsOpen while any concern about
    the comment is open, AlreadyDecided when it is no longer passed on,
    NothingToGiveBack when there is no comment any more.
    """
    open_states = [state.value for state in ConcernState.open()]
    row = _reading_of(concern)
    if row is None:
        raise NothingToGiveBack
    if Concern.objects.filter(comment=row.comment, state__in=open_states).exists():
        raise ConcernIsOpen
    if row.state != ReadingState.PASSED_ON:
        raise AlreadyDecided(row)
    return put_back(row, by=by, seen=row, why=PutBackReason.GIVEN_BACK)


def take_from_readers(concern: Concern, *, by: User) -> None:
    """Lock the comment of a concern that is open again, inside the caller's transaction.

    What readers decided since is dropped, and what stood on it falls.
    """
    row = _reading_of(concern)
    if row is not None and row.state != ReadingState.PASSED_ON:
        lock_away(row, by=by, seen=row)


def _reading_of(concern: Concern) -> Reading | None:
    """Return the reading of the concern's comment, held; None when it is gone."""
    readings = Reading.objects.select_for_update(of=("self",))
    return (
        readings.select_related("comment").filter(comment_id=concern.comment_id).first()
        if concern.comment_id
        else None
    )

"""A safeguarding lead gives a comment back to the readers."""

from django.db import transaction

from voice.accounts.models import User
from voice.moderation.domain.errors import AlreadyDecided, ConcernIsOpen
from voice.moderation.domain.reading import put_back
from voice.moderation.enums import ConcernState, PutBackReason, ReadingState
from voice.moderation.models import Concern, Decision, Reading


@transaction.atomic
def give_back_comment(concern: Concern, *, by: User) -> Decision:
    """Put the comment of a decided concern back to be read like any other.

    A comment that was passed on stays out of themes and quotes for good unless a
    safeguarding lead does this. Raises ConcernIsOpen while any concern about
    the comment is open, AlreadyDecided when it is no longer passed on.
    """
    open_states = [state.value for state in ConcernState.open()]
    row = (
        Reading.objects.select_for_update(of=("self",))
        .select_related("comment")
        .get(comment_id=concern.comment_id)
    )
    if Concern.objects.filter(comment=row.comment, state__in=open_states).exists():
        raise ConcernIsOpen
    if row.state != ReadingState.PASSED_ON:
        raise AlreadyDecided(row)
    return put_back(row, by=by, seen=row, why=PutBackReason.GIVEN_BACK)

"""Who may read the board's pages, who keeps its minutes and who writes its briefings."""

from collections.abc import Mapping

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.accounts.permissions import Visitor, user_may_enter_board
from voice.briefings.models import Briefing, ProposedHeadline


def user_can_read_board(user: Visitor) -> bool:
    """Say whether `user` reads the board's pages: members, and staff but web editors."""
    return user_may_enter_board(user)


def user_can_write_briefings(user: Visitor) -> bool:
    """Say whether `user` writes, approves and issues briefings."""
    return isinstance(user, User) and user.has_role(
        Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR
    )


def user_can_approve_briefing(user: Visitor, briefing: Briefing) -> bool:
    """Say whether `user` is the second person: writes briefings, but not this one."""
    if not user_can_write_briefings(user) or briefing.begun_by_id == user.pk:
        return False
    return not briefing.writers.filter(pk=user.pk).exists()


def user_can_keep_minutes(user: Visitor) -> bool:
    """Say whether `user` records meetings, what they agreed and agreed sentences."""
    return user_can_write_briefings(user)


def headlines_to_look_at(user: Visitor) -> Mapping[int, str]:
    """Return the sentences that `user` may ask young editors about, by id."""
    if not user_can_keep_minutes(user):
        return {}
    return dict(ProposedHeadline.objects.values_list("pk", "sentence"))


def user_can_make_packs(user: Visitor) -> bool:
    """Say whether `user` makes packs for inspectors, and reads those made."""
    return isinstance(user, User) and user.has_role(
        Role.PARTICIPATION_WORKER, Role.ADMINISTRATOR
    )

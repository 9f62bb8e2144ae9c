"""Who may read the board's pages, as a sentence."""

from voice.accounts.permissions import Visitor, user_may_enter_board


def user_can_read_board(user: Visitor) -> bool:
    """Say whether `user` reads the board's pages: members, and staff but web editors."""
    return user_may_enter_board(user)

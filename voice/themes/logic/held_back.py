"""Which comments never show suggestions, so that their tags can judge them; pure."""

from uuid import UUID

ONE_IN = 5


def is_held_back(comment: UUID) -> bool:
    """Say whether people tag this comment without help: one in five, for ever.

    Chosen by its random id: drawn evenly, the same on every screen, and known to
    nobody who writes. Tags made before there were suggestions are of the first
    comments only, and would flatter or wrong the machine.
    """
    return comment.int % ONE_IN == 0

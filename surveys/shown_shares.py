"""Where releases register how a share of a group may be said to others.

They lie above surveys and alone decide what of a number goes further than the people
who run a survey. Without them nothing is said.
"""

from collections.abc import Callable

# Of `part` among `of`: words without a digit, or None where the group may not be named.
Say = Callable[[int, int], str | None]
_say: list[Say] = []
_smallest: list[int] = []


def register(*, say: Say, smallest: int) -> None:
    """Have `say` word the share of a group that is small; `smallest` may be named."""
    _say[:], _smallest[:] = [say], [smallest]


def smallest_named() -> int | None:
    """Return how many a group must have to be named; None where nobody says."""
    return _smallest[0] if _smallest else None


def share_said(part: int, of: int) -> str | None:
    """Return how a low share is said to others; None where it may not, or is not low."""
    return _say[0](part, of) if _say else None

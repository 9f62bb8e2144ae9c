"""Where a higher app registers who receives “Please sort this out”."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from surveys.models import Invitation


@dataclass(frozen=True, slots=True)
class SortingWish:
    """Something practical that should be sorted out; it names no response.

    `once` is the random id of the page that was sent: the same one again is the
    same wish. `reach` says how to tell them, if they said.
    """

    once: UUID
    invitation: "Invitation"
    language: str
    age_band: str
    week: date
    words: str
    reach: str


Receive = Callable[[SortingWish], object]
_registered: dict[str, Receive] = {}


def register(name: str, function: Receive) -> None:
    """Have `function` called, inside one transaction, with each wish."""
    _registered[name] = function


def is_offered() -> bool:
    """Say whether anybody is there to receive a wish; if not, it is not offered."""
    return bool(_registered)


def sorting_wanted(wish: SortingWish) -> None:
    """Call every registered function, in the order of their names."""
    for name in sorted(_registered):
        _registered[name](wish)

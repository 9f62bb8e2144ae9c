"""Where a higher app registers who receives “I want someone to contact me”."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from surveys.models import Survey


@dataclass(frozen=True, slots=True)
class ContactWish:
    """What a young person said who wants to be contacted; it names no response.

    `once` is the random id of the page that was sent: the same one again is the
    same wish.
    """

    once: UUID
    survey: "Survey"
    language: str
    age_band: str
    week: date
    way_in: str
    way_in_label: str
    called: str
    how: str
    who_sees: str
    when: str
    words: str


Receive = Callable[[ContactWish], object]
_registered: dict[str, Receive] = {}


def register(name: str, function: Receive) -> None:
    """Have `function` called, inside one transaction, with each wish."""
    _registered[name] = function


def is_offered() -> bool:
    """Say whether anybody is there to receive a wish; if not, it is not offered."""
    return bool(_registered)


def contact_wanted(wish: ContactWish) -> None:
    """Call every registered function, in the order of their names."""
    for name in sorted(_registered):
        _registered[name](wish)

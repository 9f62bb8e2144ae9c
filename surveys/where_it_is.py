"""Where a higher app registers how to tell where consultations are, and what is next."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from surveys.models import Consultation


@dataclass(frozen=True)
class Whereabouts:
    """Where one consultation is, in words, and what comes next."""

    state: str
    next: str


Tell = Callable[["Iterable[Consultation]"], dict[int, Whereabouts]]
_registered: list[Tell] = []


def register(tell: Tell) -> None:
    """Have `tell` asked where consultations are; it answers by their keys."""
    _registered[:] = [tell]


def where_they_are(
    consultations: "Iterable[Consultation]",
) -> dict[int, Whereabouts]:
    """Return where each is, by its key; nothing where nobody can tell."""
    return _registered[0](consultations) if _registered else {}

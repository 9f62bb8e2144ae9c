"""Where higher apps register what speaks from a release, for those who take it back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voice.releases.models import Release


@dataclass(frozen=True, slots=True)
class Citing:
    """One thing that cites a release: what it is, in words, and its address."""

    words: str
    href: str


Cites = Callable[["Release"], list[Citing]]
_registered: dict[str, Cites] = {}


def register(name: str, function: Cites) -> None:
    """Have `function` asked what cites a release; never with a child's words."""
    _registered[name] = function


def citing(release: "Release") -> list[Citing]:
    """Return everything that cites a release, by the names of the apps."""
    return [
        found for name in sorted(_registered) for found in _registered[name](release)
    ]

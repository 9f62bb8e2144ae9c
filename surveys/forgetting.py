"""Where higher apps register what they forget when a response is forgotten."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from surveys.models import Response

Forget = Callable[["Response"], Mapping[str, int]]
_registered: dict[str, Forget] = {}


def register(name: str, function: Forget) -> None:
    """Have `function` remove what stands on a response's comments; it returns counts.

    Called inside the same transaction, the highest app first (names in reverse).
    """
    _registered[name] = function


def forget_above(response: "Response") -> dict[str, int]:
    """Call every registered function; return how many of each thing were removed."""
    counts: dict[str, int] = {}
    for name in sorted(_registered, reverse=True):
        counts |= _registered[name](response)
    return counts

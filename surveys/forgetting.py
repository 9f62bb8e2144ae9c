"""Where higher apps register what they forget when comments are forgotten."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from surveys.models import Comment

Forget = Callable[["QuerySet[Comment]"], Mapping[str, int]]
_registered: dict[str, Forget] = {}


def register(name: str, function: Forget) -> None:
    """Have `function` remove what stands on some comments; it returns counts.

    Called inside the same transaction, the highest app first (names in reverse).
    """
    _registered[name] = function


def forget_above(comments: "QuerySet[Comment]") -> dict[str, int]:
    """Call every registered function; return how many of each thing were removed."""
    counts: dict[str, int] = {}
    for name in sorted(_registered, reverse=True):
        counts |= _registered[name](comments)
    return counts

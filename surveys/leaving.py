"""Where higher apps register what they write down when a response is taken out."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from surveys.models import Response

Note = Callable[["Response"], None]
_registered: dict[str, Note] = {}


def register(name: str, function: Note) -> None:
    """Have `function` called with each response about to be taken back or erased.

    Once for each, inside the same transaction, while it still stands as it was.
    """
    _registered[name] = function


def response_leaves(response: "Response") -> None:
    """Call every registered function, in the order of their names."""
    for name in sorted(_registered):
        _registered[name](response)

"""Where higher apps register what must happen when a comment is saved."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from surveys.models import Comment

AfterSave = Callable[["Comment"], None]
_registered: dict[str, AfterSave] = {}


def register(name: str, function: AfterSave) -> None:
    """Have `function` called, inside the same transaction, with each comment saved."""
    _registered[name] = function


def comment_saved(comment: "Comment") -> None:
    """Call every registered function, in the order of their names."""
    for name in sorted(_registered):
        _registered[name](comment)

"""Where work done behind registers to be told that a group answered."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voice.young_editors.models import EditorsAnswer

Answered = Callable[["EditorsAnswer"], None]
_registered: dict[str, Answered] = {}


def register(name: str, function: Answered) -> None:
    """Have `function` called, inside the same transaction, with each answer that came."""
    _registered[name] = function


def answer_came(answer: "EditorsAnswer") -> None:
    """Call every registered function, in the order of their names."""
    for name in sorted(_registered):
        _registered[name](answer)

"""Where higher apps register what uses a decision, so that it only goes forward."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voice.moderation.models import Reading

Uses = Callable[["Reading", bool], list[str]]
_registered: dict[str, Uses] = {}


def register(name: str, function: Uses) -> None:
    """Have `function` asked what uses a reading's decision.

    It returns a sentence, for readers, for each use that cannot be undone. When the
    second argument is true it holds what it looked at until the transaction ends.
    """
    _registered[name] = function


def uses_of(reading: "Reading", *, hold: bool = False) -> list[str]:
    """Return a sentence for each use of the decision that stands now.

    `hold`, inside a transaction, keeps a new use waiting until it ends.
    """
    return [
        sentence
        for name in sorted(_registered)
        for sentence in _registered[name](reading, hold)
    ]

"""Where higher apps register what must happen when a kept text is dropped."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voice.accounts.models import User
    from voice.moderation.models import Reading

KeptDropped = Callable[["Reading", "User | None"], None]
_registered: dict[str, KeptDropped] = {}


def register(name: str, function: KeptDropped) -> None:
    """Have `function` called, inside the same transaction, with the reading and who.

    Who is None when the child changed their words.
    """
    _registered[name] = function


def kept_text_dropped(reading: "Reading", *, by: "User | None") -> None:
    """Call every registered function, in the order of their names."""
    for name in sorted(_registered):
        _registered[name](reading, by)

"""Where apps register what they do before somebody's new roles, or new name, hold."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voice.accounts.models import User

Look = Callable[["User"], None]
_registered: dict[str, Look] = {}


def register(name: str, function: Look) -> None:
    """Have `function` called, inside the same transaction, with whom it is about."""
    _registered[name] = function


def look_anew_at(user: "User") -> None:
    """Call every registered function, by name."""
    for name in sorted(_registered):
        _registered[name](user)

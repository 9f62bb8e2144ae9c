"""Where apps register what of the audit somebody must not see."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voice.accounts.models import User

HiddenFrom = Callable[["User"], Iterable[str]]
_registered: dict[str, HiddenFrom] = {}


def register(name: str, function: HiddenFrom) -> None:
    """Have `function` asked for the ids of the objects whose entries a user must not see."""
    _registered[name] = function


def ids_hidden_from(user: "User") -> list[str]:
    """Return the ids of all objects whose entries `user` must not see."""
    return sorted(
        {one for name in sorted(_registered) for one in _registered[name](user)}
    )

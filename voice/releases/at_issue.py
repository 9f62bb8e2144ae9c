"""Where higher apps register what is done in the moment a release is issued."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from voice.accounts.models import User
    from voice.releases.models import Release

Issued = Callable[["Release", "User"], object]
_registered: dict[str, Issued] = {}


def register(name: str, function: Issued) -> None:
    """Have `function` called with each release two people have signed, and the second.

    In the transaction that issues it: what it raises refuses the signature.
    """
    _registered[name] = function


def tell_issued(release: "Release", by: "User") -> None:
    """Tell every registered app, by its name, that `release` is issued."""
    for name in sorted(_registered):
        _registered[name](release, by)

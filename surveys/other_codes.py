"""Where a higher app registers codes of its own that the page for codes opens too."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from surveys.enums import CodeKind


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where a code of a higher app leads (the name of an address), and to what there.

    `what` is kept in this device's signed cookie, never in an address.
    """

    url_name: str
    what: str


Find = Callable[[str, datetime], Elsewhere | None]
_registered: dict[CodeKind, Find] = {}


def register(kind: CodeKind, find: Find) -> None:
    """Have `find` asked, with the keyed hash of each code typed, what it opens then.

    It asks one table once, by a unique column, and leaves out what is used, expired or
    revoked in that question itself (docs/decisions/0020).
    """
    _registered[kind] = find


def registered() -> list[tuple[CodeKind, Find]]:
    """Return each kind of code of higher apps, and what finds it."""
    return [(kind, _registered[kind]) for kind in sorted(_registered)]

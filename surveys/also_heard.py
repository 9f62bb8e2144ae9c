"""Where higher apps register what else tells that somebody answered a consultation.

A release that was issued speaks of somebody, whatever was destroyed since.
"""

from collections.abc import Callable

from django.db.models import Exists

Says = Callable[[], Exists]
_registered: dict[str, Says] = {}


def register(name: str, says: Says) -> None:
    """Have `says` asked; it gives a condition on a row of consultations (OuterRef)."""
    _registered[name] = says


def also_heard() -> list[Exists]:
    """Return every condition by which a row of consultations was answered as well."""
    return [_registered[name]() for name in sorted(_registered)]

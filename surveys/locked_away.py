"""Where higher apps say which comments are locked away from those who run a survey."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from surveys.models import Survey

LockedAway = Callable[["Survey"], Collection[UUID]]
_registered: dict[str, LockedAway] = {}


def register(name: str, function: LockedAway) -> None:
    """Have `function` asked for the ids of comments whose words are others' alone."""
    _registered[name] = function


def locked_away(survey: "Survey") -> set[UUID]:
    """Return the ids of every comment of `survey` whose words are shown here no more."""
    return {pk for name in sorted(_registered) for pk in _registered[name](survey)}

"""Where higher apps say which comments nobody has read yet, so that none goes unread."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from surveys.models import Survey

Unread = Callable[["Survey"], Collection[UUID]]
_registered: dict[str, Unread] = {}


def register(name: str, function: Unread) -> None:
    """Have `function` asked for the ids of a survey's comments that wait to be read."""
    _registered[name] = function


def unread_comments(survey: "Survey") -> set[UUID]:
    """Return the ids of every comment of `survey` that somebody still has to read."""
    return {pk for name in sorted(_registered) for pk in _registered[name](survey)}

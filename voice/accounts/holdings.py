"""What each person holds, told by the apps above: surveys, actions, promises, shifts.

Shown when somebody leaves, to be handed over, and at the review of access. Higher
apps call `register` in their AppConfig.ready().
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True)
class Held:
    """One thing somebody holds: what it is called, and where it is handed over."""

    what: str
    url: str = ""


Holdings = dict[int, list[Held]]
Reader = Callable[[Collection[int]], Holdings]
Surveys = Callable[[], list[tuple[int, str]]]
_kinds: dict[str, tuple[int, Words, Reader]] = {}
_surveys: list[Surveys] = []


def register(name: str, *, order: int, title: Words, read: Reader) -> None:
    """Add a kind of thing; `read` returns what each of some people (ids) holds."""
    _kinds[name] = (order, title, read)


def register_surveys(read: Surveys) -> None:
    """Say how to read every survey's id and title, for break-glass."""
    _surveys[:] = [read]


def every_survey() -> list[tuple[int, str]]:
    """Return every survey's id and title."""
    return [one for read in _surveys for one in read()]


def held_by(people: Collection[int]) -> dict[int, list[tuple[Words, list[Held]]]]:
    """Return what each of `people` (ids) holds, by kind; a query or two a kind."""
    found: dict[int, list[tuple[Words, list[Held]]]] = {person: [] for person in people}
    for _order, title, read in sorted(_kinds.values(), key=lambda kind: kind[0]):
        for person, things in read(people).items():
            if things:
                found[person].append((title, things))
    return found

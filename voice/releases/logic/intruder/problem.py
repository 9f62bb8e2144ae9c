"""What an intruder has to solve for one question or one theme."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from voice.releases.logic.attack import Bounds


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A table of a release: of a “question”, its “apart” rows or a “theme”.

    `by` is the breakdown; empty for the totals.
    """

    release: int
    kind: str
    key: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One told row: the kinds of people in it, and the counts its cells can stand for.

    `gone` is how many may be in it that are not among the people known (they have
    withdrawn since); `base` how many can have answered in all. `cells` are None where
    nothing was told; `hides` says which stand for a count, or a rest, that is hidden.
    A row of another question has no cells: `base` is how many answered that one, and
    `leads` are the options, by their places, of which one was chosen by each of them.
    """

    place: Place
    group: tuple[str, ...]
    people: tuple[int, ...]
    gone: int
    base: Bounds
    cells: tuple[Bounds | None, ...]
    hides: tuple[bool, ...]
    leads: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """People alike in all that was told, what they can have said, and all told rows.

    `sizes` are how many of each kind answered, exactly or between two bounds.
    `adds_up`: everybody chose exactly one option. `about` are the options that tell
    something of a person, by their places.
    """

    kind: str
    key: str
    options: tuple[str, ...]
    about: tuple[int, ...]
    adds_up: bool
    sizes: tuple[Bounds, ...]
    lines: tuple[Line, ...]

    @property
    def figures(self) -> int:
        """Return how many told values it is made of."""
        told = sum(cell is not None for line in self.lines for cell in line.cells)
        return told + len(self.lines)

    @property
    def newest(self) -> int:
        """Return the number of the newest release in it."""
        return max((line.place.release for line in self.lines), default=0)

    def without(self, hidden: Iterable[Place]) -> "Problem":
        """Return what is left to solve once some tables are not told."""
        gone = frozenset(hidden)
        left = tuple(line for line in self.lines if line.place not in gone)
        return replace(self, lines=left)

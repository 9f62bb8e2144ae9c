"""Which tables to leave out so that nothing is certain any more."""

from collections.abc import Iterator
from dataclasses import dataclass

from voice.releases.logic.intruder.problem import Place, Problem
from voice.releases.logic.intruder.solving import (
    Candidate,
    Clock,
    Programme,
    certain,
    known_exactly,
)

Hidden = tuple[Place, tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class Certain:
    """What is certain: of kinds of people, and of hidden cells."""

    of_people: tuple[Candidate, ...] = ()
    of_cells: tuple[Hidden, ...] = ()

    def __bool__(self) -> bool:
        """Say whether anything is."""
        return bool(self.of_people or self.of_cells)

    def beyond(self, other: "Certain") -> "Certain":
        """Return what is not certain by the other already."""
        return Certain(
            tuple(one for one in self.of_people if one not in other.of_people),
            tuple(one for one in self.of_cells if one not in other.of_cells),
        )


def all_certain(programme: Programme) -> Certain:
    """Return everything that is certain in a programme; raises as the solver does.

    First of all it must have a solution.
    """
    lines = programme.problem.lines
    if not len(programme.highest):
        # Nothing is told any more, so nothing is certain.
        return Certain((), ())
    programme.solve({})
    people = tuple(certain(programme))
    cells = tuple(
        (lines[at].place, lines[at].group, option)
        for at, option in known_exactly(programme)
    )
    return Certain(people, cells)


def tables_to_hide(
    problem: Problem, found: Certain, clock: Clock
) -> tuple[tuple[Place, ...], Certain]:
    """Return the fewest tables of the newest release that heal it, and what they add.

    One breakdown, the last declared first; then all of them; then the whole question.
    Nothing when earlier releases give as much away by themselves.
    """
    newest = {
        line.place for line in problem.lines if line.place.release == problem.newest
    }
    before = all_certain(Programme(problem.without(newest), clock))
    added = found.beyond(before)
    if not added:
        return (), added
    for hide in _ways(problem, newest):
        left = all_certain(Programme(problem.without(hide), clock))
        if not left.beyond(before):
            return hide, added
    return tuple(sorted(newest)), added


def _ways(problem: Problem, newest: set[Place]) -> Iterator[tuple[Place, ...]]:
    """Yield sets of tables to try without, the smallest first."""
    places = dict.fromkeys(line.place for line in problem.lines)
    breakdowns = [place for place in places if place in newest and place.by]
    for place in reversed(breakdowns):
        yield (place,)
    if len(breakdowns) > 1:
        yield tuple(breakdowns)

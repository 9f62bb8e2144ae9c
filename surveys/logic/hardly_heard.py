"""Which of the groups that were asked have hardly been heard so far; pure.

A group is named only where all of this holds, so that neither chance nor a handful of
people is made a headline:

- it answers at half the rate of all others at most (judged: less than that, workers
  do nothing else than they would have done anyway);
- at the others' rate, five or more of it would have answered by now, the least a
  comparison of counts can carry (Cochran 1954, the usual floor for an expected count);
- it and all the others are as large as a group of a release must be.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TIMES_LESS = 2
EXPECTED_AT_LEAST = 5


@dataclass(frozen=True, slots=True)
class AskedAndHeard:
    """A group by its name: how many of it were asked, how many of them have finished."""

    name: str
    asked: int
    finished: int


def hardly_heard(
    groups: Iterable[AskedAndHeard], *, smallest: int
) -> list[AskedAndHeard]:
    """Return the groups that have hardly been heard, the most missed first.

    `smallest` is how many a group must have been asked to be named. Groups that say
    more finished than were asked tell that the frame is wrong, and nothing is said.
    """
    known = list(groups)
    if any(one.finished > one.asked for one in known):
        return []
    found = [
        (missed, one)
        for one in known
        if one.asked >= smallest
        for missed in [_missed(one, known, smallest)]
        if missed
    ]
    return [one for _missed_, one in sorted(found, key=_most_missed_first)]


def _missed(one: AskedAndHeard, known: Sequence[AskedAndHeard], smallest: int) -> float:
    """Return how many more would have answered at the others' rate; 0 for enough."""
    asked = sum(other.asked for other in known) - one.asked
    finished = sum(other.finished for other in known) - one.finished
    if asked < smallest:
        return 0
    expected = one.asked * finished / asked
    if expected < EXPECTED_AT_LEAST or one.finished * TIMES_LESS > expected:
        return 0
    return expected - one.finished


def _most_missed_first(row: tuple[float, AskedAndHeard]) -> tuple[float, str]:
    """Return a sort key: the most missed, then by name."""
    return -row[0], row[1].name

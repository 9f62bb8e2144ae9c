"""The integer programme, solved by HiGHS: what must be so, whatever else is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

import numpy as np
from scipy.optimize import Bounds as Limits
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import csr_array

from voice.releases.logic.attack import Bounds
from voice.releases.logic.intruder.problem import Line, Problem

TIME_LIMIT, INFEASIBLE = 1, 2
# A solution moves a count by whole people.
HALF = 0.5


class RanOut(Exception):
    """The solver did not come to an end in its time."""


class Contradiction(Exception):
    """No answers at all could have been told so: something is not what it was."""


@dataclass(frozen=True, slots=True)
class Clock:
    """How long an attack may take in all."""

    ends: float

    @classmethod
    def of(cls, seconds: float) -> "Clock":
        """Return a clock that starts now."""
        return cls(monotonic() + seconds)

    def left(self) -> float:
        """Return the seconds that are left; raises RanOut when there are none."""
        left = self.ends - monotonic()
        if left <= 0:
            raise RanOut
        return left


@dataclass(slots=True)
class _Rows:
    """Sums of variables and what they lie between, row by row."""

    at: list[int] = field(default_factory=list)
    of: list[int] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def add(self, terms: Mapping[int, float], low: float, high: float) -> None:
        """Add one sum."""
        for variable, times in terms.items():
            self.at.append(len(self.low))
            self.of.append(variable)
            self.times.append(times)
        self.low.append(low)
        self.high.append(high)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A kind of people and an option that all of them may be sure to have chosen, or not."""

    people: int
    option: int
    sure: bool


class Programme:
    """One problem as variables and sums: every solution could be the truth."""

    def __init__(self, problem: Problem, clock: Clock) -> None:
        self.problem = problem
        self.clock = clock
        self.highest: list[float] = []
        self.lowest: list[float] = []
        self.rows = _Rows()
        self.seen: list[Any] = []
        options = range(len(problem.options))
        self.chose = [
            [self._variable(0, size.high) for _ in options] for size in problem.sizes
        ]
        self.size = [self._variable(*size) for size in problem.sizes]
        for chose, size in zip(self.chose, self.size, strict=True):
            self._answer(chose, size)
        self.led: dict[tuple[str, int], int] = {}
        self.gone: list[list[int]] = []
        self.base_gone: list[int] = []
        for line in problem.lines:
            self._line(line)
        self._share_those_gone()

    def _variable(self, low: float, high: float) -> int:
        """Add a variable and return its place."""
        self.lowest.append(low)
        self.highest.append(high)
        return len(self.highest) - 1

    def _answer(self, chose: list[int], size: int) -> None:
        """Let everybody choose one option, or at least one."""
        terms = dict.fromkeys(chose, 1.0) | {size: -1.0}
        self.rows.add(terms, 0, 0 if self.problem.adds_up else np.inf)
        if not self.problem.adds_up:
            for one in chose:
                self.rows.add({one: 1.0, size: -1.0}, -np.inf, 0)

    def _line(self, line: Line) -> None:
        """Hold one told row to what its cells and its base can stand for."""
        base = self._variable(0, line.gone)
        gone = [self._variable(0, line.gone) for _ in self.problem.options]
        self.base_gone.append(base)
        self.gone.append(gone)
        if line.leads:
            self._led_to(line, base)
            return
        if line.gone:
            self._answer(gone, base)
        sizes = {self.size[people]: 1.0 for people in line.people} | {base: 1.0}
        self.rows.add(sizes, line.base.low, line.base.high)
        for option, cell in enumerate(line.cells):
            if cell is not None:
                terms = self.cell(len(self.gone) - 1, option)
                self.rows.add(terms, cell.low, cell.high)

    def _led_to(self, line: Line, gone: int) -> None:
        """Hold how many answered another question: each had chosen what leads there."""
        terms = {gone: 1.0}
        for people in line.people:
            terms[self._who_came(line, people)] = 1.0
        self.rows.add(terms, line.base.low, line.base.high)

    def _who_came(self, line: Line, people: int) -> int:
        """Return how many of these people answered the question a line is of."""
        key = line.place.key, people
        if key not in self.led:
            came = self._variable(0, self.problem.sizes[people].high)
            chose = dict.fromkeys((self.chose[people][one] for one in line.leads), -1.0)
            self.rows.add(chose | {came: 1.0}, -np.inf, 0)
            self.rows.add({came: 1.0, self.size[people]: -1.0}, -np.inf, 0)
            self.led[key] = came
        return self.led[key]

    def cell(self, line: int, option: int) -> dict[int, float]:
        """Return the sum that one cell of one line is."""
        people = self.problem.lines[line].people
        chose = {self.chose[one][option]: 1.0 for one in people}
        return chose | {self.gone[line][option]: 1.0}

    def _share_those_gone(self) -> None:
        """Let those gone be the same people in every breakdown of a release."""
        lines = self.problem.lines
        for whole, line in enumerate(lines):
            if line.place.by or line.leads or not line.gone:
                continue
            breakdowns: dict[str, list[int]] = {}
            for at, other in enumerate(lines):
                same = other.place.release == line.place.release and not other.leads
                if other.place.by and same:
                    breakdowns.setdefault(other.place.by, []).append(at)
            for parts in breakdowns.values():
                self._add_up(whole, parts)

    def _add_up(self, whole: int, parts: Iterable[int]) -> None:
        """Let the parts of one breakdown hold everybody who is gone, once."""
        of = [self.base_gone, *([row[o] for row in self.gone] for o in self._options())]
        for variables in of:
            terms = {variables[part]: 1.0 for part in parts}
            self.rows.add(terms | {variables[whole]: -1.0}, 0, 0)

    def _options(self) -> range:
        return range(len(self.problem.options))

    def solve(self, wanted: Mapping[int, float], more: "_Rows | None" = None) -> Any:
        """Return the solution in which `wanted` is largest, or nearly.

        `more` are sums over further variables between nought and one. Raises RanOut
        and Contradiction.
        """
        extra = max([*wanted, len(self.highest) - 1]) + 1 - len(self.highest)
        width = len(self.highest) + extra
        rows = [self.rows] if more is None else [self.rows, more]
        goal = np.zeros(width)
        for variable, times in wanted.items():
            goal[variable] = -times
        found = milp(
            goal,
            integrality=np.concatenate([np.ones(len(self.highest)), np.zeros(extra)]),
            bounds=Limits(
                np.concatenate([self.lowest, np.zeros(extra)]),
                np.concatenate([self.highest, np.ones(extra)]),
            ),
            constraints=[_constraint(one, width) for one in rows if one.low],
            options={"time_limit": self.clock.left()},
        )
        if found.status == INFEASIBLE:
            raise Contradiction
        if found.status != 0 or found.x is None:
            raise RanOut
        solution = np.rint(found.x[: len(self.highest)]).astype(int)
        self.seen.append(solution)
        return solution

    def interval(self, terms: Mapping[int, float]) -> Bounds:
        """Return the least and the most a sum can be; raises as `solve` does."""
        least = self.solve({one: -times for one, times in terms.items()})
        most = self.solve(terms)
        return Bounds(_value(least, terms), _value(most, terms))

    def candidates(self) -> Iterator[Candidate]:
        """Yield everything that could be certain of somebody."""
        for people, size in enumerate(self.problem.sizes):
            if size.high:
                for option in self.problem.about:
                    yield Candidate(people, option, sure=True)
                    yield Candidate(people, option, sure=False)

    def slack(self, one: Candidate) -> dict[int, float]:
        """Return how many of these people are not as the candidate says."""
        chose = self.chose[one.people][one.option]
        return {self.size[one.people]: 1.0, chose: -1.0} if one.sure else {chose: 1.0}


def _constraint(rows: _Rows, width: int) -> LinearConstraint:
    """Return sums as the solver takes them."""
    matrix = csr_array((rows.times, (rows.at, rows.of)), shape=(len(rows.low), width))
    return LinearConstraint(matrix, rows.low, rows.high)


def _value(solution: Any, terms: Mapping[int, float]) -> int:
    """Return what a sum is in one solution."""
    return int(sum(times * solution[one] for one, times in terms.items()))


def certain(programme: Programme) -> list[Candidate]:
    """Return everything that is so of somebody in every solution.

    Each solution clears those who could be otherwise; the next one is asked to clear as
    many of the rest as it can. When it can clear none, the rest is certain.
    """
    left = list(programme.candidates())
    while left:
        more, wanted = _Rows(), {}
        for at, one in enumerate(left, start=len(programme.highest)):
            more.add(programme.slack(one) | {at: -1.0}, 0, np.inf)
            wanted[at] = 1.0
        solution = programme.solve(wanted, more)
        still = [one for one in left if _value(solution, programme.slack(one)) < HALF]
        if len(still) == len(left):
            break
        left = still
    return left


def known_exactly(programme: Programme) -> list[tuple[int, int]]:
    """Return the hidden cells, by line and option, that can be one number only."""
    return [
        (at, option)
        for at, option in hidden_cells(programme.problem)
        if _is_one_number(programme, programme.cell(at, option))
    ]


def hidden_cells(problem: Problem) -> list[tuple[int, int]]:
    """Return the cells, by line and option, that stand for a hidden count or rest."""
    return [
        (at, option)
        for at, line in enumerate(problem.lines)
        for option, hides in enumerate(line.hides)
        if hides
    ]


def _is_one_number(programme: Programme, terms: Mapping[int, float]) -> bool:
    """Say whether a sum is the same in every solution; those found are asked first."""
    if len({_value(one, terms) for one in programme.seen}) > 1:
        return False
    low, high = programme.interval(terms)
    return low == high

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voice.releases.logic.attack import Bounds
from voice.releases.logic.intruder.problem import Line, Place, Problem
from voice.releases.logic.intruder.solving import (
    Clock,
    Contradiction,
    Programme,
    RanOut,
    certain,
    hidden_cells,
    known_exactly,
)

KINDS = 3


def shared(size, options, *, adds_up):
    """Return every way in which so many people can choose."""
    return [
        counts
        for counts in itertools.product(range(size + 1), repeat=options)
        if (sum(counts) == size if adds_up else sum(counts) >= size)
    ]


def around(number, width, draw):
    """Return bounds that hold a number."""
    below = draw.randint(0, width)
    return Bounds(max(0, number - below), number + width - below)


def small_problem(seed):
    """Return a random problem of a few people, told more or less exactly."""
    draw = random.Random(seed)
    options, adds_up = draw.choice([2, 3]), draw.random() < 0.7
    sizes = [draw.randint(0, 3) for _ in range(KINDS)]
    truth = [draw.choice(shared(size, options, adds_up=adds_up)) for size in sizes]
    lines = []
    for at in range(draw.randint(1, 4)):
        people = tuple(one for one in range(KINDS) if draw.random() < 0.6)
        gone = draw.choice([0, 0, 1, 2])
        cells = []
        for option in range(options):
            count = sum(truth[one][option] for one in people)
            told = around(count, draw.choice([0, 0, 1, 3]), draw)
            cells.append(None if draw.random() < 0.2 else told)
        total = sum(sizes[one] for one in people)
        lines.append(
            Line(
                Place(1, "question", "q", str(at)),
                (),
                people,
                gone,
                Bounds(total, total + draw.randint(0, gone)),
                tuple(cells),
                (True,) * options,
            )
        )
    return Problem(
        "question",
        "q",
        tuple("abc"[:options]),
        tuple(range(options)),
        adds_up,
        tuple(Bounds(size, size) for size in sizes),
        tuple(lines),
    )


def holds(problem, line, answers):
    """Say whether a told row can be of these answers, and somebody who is gone."""
    size = sum(problem.sizes[one].low for one in line.people)
    options = len(problem.options)
    for gone in range(line.gone + 1):
        if not line.base.low <= size + gone <= line.base.high:
            continue
        for more in shared(gone, options, adds_up=problem.adds_up):
            if max(more) > gone:
                continue
            counts = [
                sum(answers[one][o] for one in line.people) + more[o]
                for o in range(options)
            ]
            if all(
                cell is None or cell.low <= count <= cell.high
                for cell, count in zip(line.cells, counts, strict=True)
            ):
                yield tuple(counts)


def every_solution(problem):
    """Yield every set of answers that all rows can be of, with each row's counts."""
    options = len(problem.options)
    ways = [
        [
            way
            for way in shared(size.low, options, adds_up=problem.adds_up)
            if max(way) <= size.low
        ]
        for size in problem.sizes
    ]
    for answers in itertools.product(*ways):
        told = [set(holds(problem, line, answers)) for line in problem.lines]
        if all(told):
            yield answers, told


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 10**9))
def test_the_solver_finds_what_trying_everything_finds(seed):
    problem = small_problem(seed)
    solutions = list(every_solution(problem))
    programme = Programme(problem, Clock.of(30))
    found = {(one.people, one.option, one.sure) for one in certain(programme)}
    tried = {
        (people, option, sure)
        for people, size in enumerate(problem.sizes)
        for option in range(len(problem.options))
        for sure in (True, False)
        if size.high
        and all(
            answers[people][option] == (size.low if sure else 0)
            for answers, _told in solutions
        )
    }
    assert found == tried
    exact = {
        (line, option)
        for line, option in hidden_cells(problem)
        if len({row[option] for _answers, told in solutions for row in told[line]}) == 1
    }
    assert set(known_exactly(programme)) == exact


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9))
def test_intervals_are_those_of_trying_everything(seed):
    problem = small_problem(seed)
    programme = Programme(problem, Clock.of(30))
    solutions = list(every_solution(problem))
    for line, option in hidden_cells(problem)[:3]:
        counts = {row[option] for _answers, told in solutions for row in told[line]}
        told = programme.interval(programme.cell(line, option))
        assert told == Bounds(min(counts), max(counts))


def one_line(cell, *, size=3):
    """Return the problem of a few people and one told count."""
    line = Line(
        Place(1, "question", "q"),
        (),
        (0,),
        0,
        Bounds(size, size),
        (cell, None),
        (True, False),
    )
    return Problem(
        "question", "q", ("a", "b"), (0, 1), True, (Bounds(size, size),), (line,)
    )


def test_what_no_answers_explain_is_a_contradiction():
    with pytest.raises(Contradiction):
        certain(Programme(one_line(Bounds(4, 9)), Clock.of(5)))


def test_an_attack_without_time_runs_out():
    with pytest.raises(RanOut):
        certain(Programme(one_line(Bounds(0, 3)), Clock.of(-1)))

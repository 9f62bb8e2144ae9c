"""What SECURITY.md 9.1 measured, again, with fixed seeds and by this solver."""

import pytest

from tests.releases.logic.intruder.populations import (
    by_ten_five,
    crowd,
    exactly,
    population,
    seen,
)
from voice.releases.logic.intruder.posing import problem_of
from voice.releases.logic.intruder.solving import Clock, Programme, certain
from voice.releases.logic.intruder.told import tables_in

# Least percent of those who say yes, and of those who say no, who are proven to, by
# (people, labels at once). SECURITY.md: 6/23, 48/79, 18/60, 2/20 of other draws.
EXACT = {(60, 1): (0, 10), (60, 2): (45, 75), (120, 2): (15, 55), (400, 2): (1, 2)}


def proven(n, most, tell, seed, **rule):
    """Return the percent of yes, and of no, that is certain."""
    people = population(n, seed)
    table = next(tables_in(seen(people, most, tell, **rule)))
    problem = problem_of([table], crowd(people, most))
    sure = {"yes": 0, "no": 0}
    for one in certain(Programme(problem, Clock.of(120))):
        if one.sure:
            sure[problem.options[one.option]] += problem.sizes[one.people].high
    yes = sum(said for _, said in people)
    return 100 * sure["yes"] / yes, 100 * sure["no"] / (n - yes)


@pytest.mark.parametrize(("people", "labels"), EXACT)
def test_exact_numbers_prove_what_was_measured(people, labels):
    found = [
        proven(people, labels, exactly, seed, base=1, threshold=1) for seed in (1, 2, 3)
    ]
    yes, no = (sum(one[at] for one in found) / len(found) for at in (0, 1))
    assert (yes, no) >= EXACT[people, labels]
    assert no >= EXACT[people, labels][1]


@pytest.mark.parametrize(("people", "labels"), EXACT)
def test_ten_five_proves_nobody(people, labels):
    for seed in (1, 2):
        assert proven(people, labels, by_ten_five, seed, base=5, threshold=10) == (0, 0)

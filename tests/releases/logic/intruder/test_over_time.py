"""What two releases tell of somebody who joined in between: SECURITY.md 9.1, again."""

import random
from collections import Counter, defaultdict

from voice.releases.logic.gates import NEW_ANSWERS
from voice.releases.logic.protected import protect_count
from voice.releases.logic.rule import Rule

BEFORE, GROUPS, YES = 100, 4, 0.18
# Chance is 50; the measurement of batches of twenty under 10/5 and one filter was 61.
MOST = 0.65


def counts(draw, people):
    """Return how many of each group say yes, among so many drawn at random."""
    said = Counter()
    for _ in range(people):
        said[draw.randrange(GROUPS)] += draw.random() < YES
    return said


def told(said, tell):
    """Return what is told: everybody's count, and that of the one group."""
    return tell(sum(said.values())), tell(said[0])


def look(draw, new, tell):
    """Return what somebody known, of the first group, said, and what was told of it."""
    truth = draw.random() < 0.5
    first = counts(draw, BEFORE)
    second = first + counts(draw, new - 1) + Counter({0: int(truth)})
    return truth, (told(first, tell), told(second, tell))


def right(new, tell, seed, *, looks=12_000):
    """Return how often an intruder is right who learned from as many other looks.

    They know what such differences mostly mean, and guess what is likelier.
    """
    draw = random.Random(seed)
    learned = defaultdict(Counter)
    for _ in range(looks):
        truth, seen = look(draw, new, tell)
        learned[moved(seen)][truth] += 1
    hits = 0
    for _ in range(looks):
        truth, seen = look(draw, new, tell)
        before = learned[moved(seen)]
        hits += (before[True] >= before[False]) == truth
    return hits / looks


def moved(seen):
    """Return how what was told moved from one release to the next."""
    return tuple(
        (one or 0) - (two or 0) if one != two else 0
        for one, two in zip(seen[1], seen[0], strict=True)
    )


def by_ten_five(count):
    """Return a count by the rules; None where it is hidden."""
    return protect_count(count, Rule()).number if count >= 10 else None


def test_a_known_child_who_joins_alone_is_read_off_exact_numbers():
    assert right(1, lambda count: count, 1, looks=500) == 1


def test_who_joins_with_nineteen_others_is_little_better_than_guessed():
    for seed in (1, 2, 3):
        assert 0.5 <= right(NEW_ANSWERS, by_ten_five, seed) <= MOST


def test_without_the_gate_or_without_the_rule_more_is_told():
    exact = right(NEW_ANSWERS, lambda count: count, 1)
    alone = right(1, by_ten_five, 1)
    assert min(exact, alone) > right(NEW_ANSWERS, by_ten_five, 1)
    assert alone > MOST or exact > MOST

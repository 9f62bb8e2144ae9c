from itertools import combinations

import numpy
import pytest

from voice.themes.enums import Likeliness
from voice.themes.logic.deciding import NEVER, Decision, decide, how_many


def rival_themes(count, seed=0):
    """Logits of texts that have one of three themes each, and say so too loudly."""
    dice = numpy.random.default_rng(seed)
    meant = numpy.eye(3, dtype=bool)[dice.integers(0, 3, count)]
    return 3 * (meant * 2.0 - 1 + dice.normal(0, 1.2, meant.shape)), meant


@pytest.mark.parametrize(
    ("scores", "count"),
    [
        ([0.9, 0.05, 0.05], 1),
        ([0.6, 0.25, 0.15], 1),
        ([0.5, 0.4, 0.1], 2),
        ([0.34, 0.33, 0.33], 3),
        ([0.9, 0.8, 0.1], 2),
        ([0.01, 0.0, 0.0], 1),
    ],
)
def test_so_many_themes_are_said_as_make_f1_best(scores, count):
    assert how_many(scores) == count


@pytest.mark.parametrize(
    "scores", [[0.5, 0.4, 0.1], [0.7, 0.2, 0.1], [0.4, 0.35, 0.25]]
)
def test_of_rivals_no_other_choice_is_better(scores):
    def hoped(themes):
        return sum(scores[at] for at in themes) * 2 / (1 + len(themes))

    choices = [c for size in (1, 2, 3) for c in combinations(range(3), size)]
    assert hoped(range(how_many(scores))) == pytest.approx(max(map(hoped, choices)))


def test_scores_of_rivals_are_worth_what_they_say_on_texts_not_seen():
    decision = decide(*rival_themes(400))
    logits, meant = rival_themes(2000, seed=1)
    scores = decision.calibrated(logits)
    assert scores.sum(axis=1).mean() == pytest.approx(1, abs=0.05)
    for low in (0.1, 0.3, 0.5, 0.7, 0.9):
        among = (scores >= low) & (scores < low + 0.1)
        assert meant[among].mean() == pytest.approx(scores[among].mean(), abs=0.1)


def test_what_is_called_sure_is_right_92_times_of_100_on_average():
    logits, meant = rival_themes(4000, seed=99)
    right, covers = [], []
    for seed in range(20):
        decision = decide(*rival_themes(400, seed=seed))
        sure = decision.calibrated(logits) >= decision.sure
        right.append(meant[sure].mean())
        covers.append(sure.sum() / len(meant))
    assert 0.92 <= numpy.mean(right) <= 0.95
    assert min(covers) >= 0.4


def test_nothing_is_called_sure_where_logits_tell_nothing():
    dice = numpy.random.default_rng(0)
    decision = decide(dice.normal(size=(200, 3)), rival_themes(200)[1])
    assert decision.sure == NEVER


def test_words_follow_the_scores_and_what_is_hardly_likely_is_left_out():
    decision = Decision(1.0, 0.0, numpy.zeros(4), sure=0.9)
    found = decision.proposed(numpy.array([0.02, 0.95, 0.5, 0.06]))
    assert found == [
        (1, 0.95, Likeliness.SURE),
        (2, 0.5, Likeliness.LIKELY),
        (3, 0.06, Likeliness.MAYBE),
    ]

import random

import pytest

from tests.factories.statement import figure
from voice.releases.logic.differences import (
    Compared,
    Share,
    compare,
    furthest_apart,
    share_of_count,
    share_of_percent,
)
from voice.releases.logic.protected import protect_count, protect_percent
from voice.releases.logic.rule import Rule

RULE = Rule()


def told(count, of):
    """Return the share of a count of a base, both as a release tells them."""
    return share_of_count(figure("count", count), figure("count", of))


def test_far_apart_shares_of_many_differ():
    assert compare(told(30, 150), told(90, 150)) == Compared.MORE
    assert compare(told(90, 150), told(30, 150)) == Compared.FEWER


@pytest.mark.parametrize(
    ("first", "second"), [((45, 150), (50, 150)), ((10, 30), (15, 30))]
)
def test_near_shares_are_too_close_to_say(first, second):
    assert compare(told(*first), told(*second)) == Compared.TOO_CLOSE


def test_the_same_shares_differ_when_more_people_answered():
    assert compare(told(10, 40), told(20, 40)) == Compared.TOO_CLOSE
    assert compare(told(100, 400), told(200, 400)) == Compared.MORE


def test_words_carry_no_difference():
    few = share_of_count(figure("few"), figure("count", 100))
    assert few is None
    assert compare(few, told(90, 150)) == Compared.NOT_TOLD


def test_newcombes_published_interval_decides_at_its_edge():
    """Newcombe 1998, method 10: 56/70 and 48/80 differ by 0.2, from 0.0524 to 0.3339."""
    upper, lower = Share(0.8, 0.8, 70), Share(0.6, 0.6, 80)
    assert compare(lower, upper) == Compared.MORE
    assert compare(Share(0.66, 0.66, 80), upper) == Compared.TOO_CLOSE


def test_true_share_is_always_among_those_that_are_told_alike():
    rng = random.Random(3)
    for _ in range(2000):
        of = rng.randint(30, 400)
        count = rng.randint(10, of - 10)
        whole, part = protect_count(of, RULE), protect_count(count, RULE)
        percent = protect_percent(part, whole)
        shares = [share_of_count(part.figure(), whole.figure())]
        if percent is not None and percent.code == "percent":
            shares.append(share_of_percent(percent.figure(), whole.figure()))
        for share in shares:
            assert share.low <= count / of <= share.high
            assert share.of <= of


def test_two_draws_from_the_same_people_are_hardly_ever_said_to_differ():
    """Of 400 pairs of groups that do not differ, at most 5 % may be said to."""
    rng, wrong = random.Random(5), 0
    for _ in range(400):
        shares = []
        for of in (rng.randint(30, 200), rng.randint(30, 200)):
            count = sum(rng.random() < 0.4 for _ in range(of))
            shares.append(
                share_of_count(
                    protect_count(count, RULE).figure(),
                    protect_count(of, RULE).figure(),
                )
            )
        wrong += compare(*shares) in {Compared.MORE, Compared.FEWER}
    assert wrong <= 20


def test_the_two_groups_that_differ_most_surely_are_named():
    shares = [told(60, 150), told(20, 150), None, told(120, 150)]
    assert furthest_apart(shares) == (1, 3)
    assert furthest_apart([*shares[:1], told(65, 150)]) is None


def test_more_pairs_ask_for_more():
    lower, upper = Share(0.6, 0.6, 80), Share(0.8, 0.8, 70)
    assert compare(lower, upper, pairs=10) == Compared.TOO_CLOSE

from dataclasses import replace
from datetime import date, timedelta

import pytest

from voice.releases.logic.gates import Gate, Standing, is_words_only, shut_gates

TODAY = date(2026, 3, 14)
FIRST = Standing(counted=30, closed=False, today=TODAY)
NEXT = Standing(
    counted=120,
    closed=False,
    today=TODAY,
    releases=1,
    last_counted=100,
    last_issued_on=TODAY - timedelta(days=7),
)


@pytest.mark.parametrize(
    "standing",
    [
        FIRST,
        NEXT,
        replace(FIRST, counted=1, closed=True),
        replace(NEXT, counted=220, last_counted=200, closed=True),
        replace(NEXT, releases=3),
        replace(
            NEXT,
            counted=100,
            releases=4,
            last_issued_on=TODAY,
            recalled=True,
            same_answers=True,
        ),
    ],
)
def test_all_gates_are_open(standing):
    assert shut_gates(standing) == []


@pytest.mark.parametrize(
    ("standing", "gate"),
    [
        (replace(FIRST, counted=0, closed=True), Gate.NO_ANSWERS),
        (replace(FIRST, counted=29), Gate.TOO_FEW_WHILE_OPEN),
        (replace(FIRST, waiting=True), Gate.WAITING),
        (replace(FIRST, unread=1), Gate.UNREAD),
        (replace(NEXT, counted=119), Gate.TOO_FEW_NEW),
        (replace(NEXT, counted=239, last_counted=200), Gate.TOO_FEW_NEW),
        (replace(NEXT, counted=119, closed=True), Gate.TOO_FEW_NEW),
        (replace(NEXT, last_issued_on=TODAY - timedelta(days=6)), Gate.TOO_SOON),
        (replace(NEXT, releases=4), Gate.TOO_MANY),
    ],
)
def test_one_gate_is_shut(standing, gate):
    assert shut_gates(standing) == [gate]


def test_under_thirty_answers_only_words_are_told():
    assert [is_words_only(29), is_words_only(30)] == [True, False]


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize("counted", [81, 99, 100, 101, 119])
def test_correction_of_other_answers_is_refused_unless_twenty_are_new(counted, closed):
    standing = replace(NEXT, counted=counted, closed=closed, recalled=True)
    assert shut_gates(standing) == [Gate.NOT_THE_SAME]


def test_same_answers_open_nothing_while_the_last_release_stands():
    standing = replace(NEXT, counted=100, same_answers=True)
    assert shut_gates(standing) == [Gate.TOO_FEW_NEW]


def test_correction_waits_for_unread_comments_and_for_the_one_that_waits():
    standing = replace(
        NEXT, recalled=True, same_answers=True, waiting=True, unread=1, counted=100
    )
    assert shut_gates(standing) == [Gate.WAITING, Gate.UNREAD]

"""When officers and young people surely say different things; from figures alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories.replies import TABLES, said
from voice.releases.logic.cells import told_in_words, told_row
from voice.releases.logic.protected import protect_count
from voice.releases.logic.rule import Rule
from voice.replies.logic.asking_back import KEPT_OPTIONS
from voice.replies.logic.verdict import Said, agree, said_of

RULE = Rule()
NOTE = {"name": "10/5", "threshold": 10, "base": 5, "version": 2}


def frozen(counts, *, took_part=None):
    """Return a verdict as a release of these true counts would make it."""
    of = sum(counts)
    words = (took_part or of) < 30
    if words:
        told = told_in_words(counts, of, adds_up=True)
        base = {"code": "small_group", "number": None, "words": ""}
        answered = base
    else:
        told = [one.count for one in told_row(counts, of, RULE, adds_up=True)]
        base = protect_count(of, RULE).figure()
        answered = protect_count(took_part or of, RULE).figure()
    question = said("kept", "", 0, dict.fromkeys(KEPT_OPTIONS, ("", 0, None)))
    question["answered"] = base
    for row, one in zip(question["options"], told, strict=True):
        row["count"] = one.figure()
    return {
        "kept": question,
        "rule": NOTE,
        "reach": TABLES["reach"] | {"answered": answered},
        "release_kind": "words_only" if words else "figures",
    }


@pytest.mark.parametrize(
    ("counts", "is_said"),
    [
        ((20, 30, 50), Said.NOT_KEPT),
        ((80, 10, 10), Said.KEPT),
        ((50, 25, 25), Said.TOO_CLOSE),
        ((60, 20, 20), Said.TOO_CLOSE),
        ((2, 20, 28), Said.NOT_KEPT),
        ((96, 2, 2), Said.KEPT),
        ((1, 5, 9), Said.NOT_KEPT),
        ((14, 1, 0), Said.KEPT),
        ((7, 4, 4), Said.TOO_CLOSE),
        ((1, 1, 1), Said.NOT_TOLD),
    ],
)
def test_only_what_surely_holds_is_said(counts, is_said):
    assert said_of(frozen(counts)) == is_said


def test_those_who_were_not_sure_never_help_to_say_kept():
    assert said_of(frozen((80, 10, 10))) == Said.KEPT
    assert said_of(frozen((80, 10, 10), took_part=160)) == Said.TOO_CLOSE


@given(st.tuples(*[st.integers(0, 150)] * 3), st.integers(0, 100))
def test_what_is_said_is_true_of_the_numbers_nobody_sees(counts, not_sure):
    yes, of = counts[0], sum(counts)
    is_said = said_of(frozen(counts, took_part=of + not_sure))
    if is_said == Said.KEPT:
        assert 2 * yes > of
    if is_said == Said.NOT_KEPT:
        assert 2 * yes < of


@pytest.mark.parametrize(
    ("is_said", "rating", "answer"),
    [
        (Said.KEPT, "kept", True),
        (Said.NOT_KEPT, "kept", False),
        (Said.KEPT, "broken", False),
        (Said.NOT_KEPT, "broken", True),
        (Said.NOT_KEPT, "changed", True),
        (Said.NOT_KEPT, "on_track", None),
        (Said.KEPT, "at_risk", None),
        (Said.TOO_CLOSE, "kept", None),
        (Said.NOT_TOLD, "broken", None),
    ],
)
def test_officers_and_young_people_agree_or_not_or_nobody_can_say(
    is_said, rating, answer
):
    assert agree(is_said, rating) is answer

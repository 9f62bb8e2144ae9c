"""Two questions attacked together: who came to one tells what they said to the other."""

import random
import uuid
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.releases.logic.answers import Said, material, single
from voice.releases.logic import grouping
from voice.releases.logic.intruder.attacking import attack
from voice.releases.logic.intruder.knowing import Rolls, Seen, crowd_of
from voice.releases.logic.intruder.problem import Place
from voice.releases.logic.making import make_tables
from voice.releases.logic.rule import Rule

WHY = Place(1, "question", "why", "language")


def people(language, *, yes, no, a):
    """Return people of whom those who say yes are asked why, and `a` say a."""
    said = [
        {"q": _answered("yes"), "why": _answered("a" if at < a else "b")}
        for at in range(yes)
    ]
    said += [{"q": _answered("no")} for _ in range(no)]
    return [Said(answers, language=language) for answers in said]


def _answered(value):
    return {"state": "answered", "value": value}


def of(everybody, ids, **kwargs):
    """Return the material of one question, and one that its yes leads to."""
    first, why = single("q", "yes", "no"), single("why", "a", "b", waits_for=("q",))
    return material(
        first,
        everybody,
        questions=[first, why],
        responses_of={"q": everybody, "why": everybody},
        breakdowns={"language": ["en", "ur"]},
        ids=ids,
        group_of={
            "language": {
                str(one): somebody.language
                for one, somebody in zip(ids, everybody, strict=True)
            }
        },
        **kwargs,
    )


def some_ids(many):
    return [uuid.UUID(int=at + 1) for at in range(many)]


def told(everybody):
    """Return one release and the crowd."""
    ids = some_ids(len(everybody))
    held = of(everybody, ids)
    seen = Seen(1, make_tables(held, Rule(), words_only=False))
    return seen, crowd_of(held, Rolls({1: frozenset(ids)}))


@pytest.fixture
def all_said_yes():
    """Return a hundred, of whom all twenty-three who speak Urdu said yes."""
    return people("ur", yes=23, no=0, a=11) + people("en", yes=30, no=47, a=15)


@pytest.fixture
def without_the_rule(monkeypatch):
    """Let a later question be broken down whatever its bases tell."""
    monkeypatch.setattr(grouping, "_a_base_tells", lambda *_: False)


def test_whole_group_that_came_to_a_question_is_found_by_both_together(
    all_said_yes, without_the_rule
):
    seen, crowd = told(all_said_yes)
    found = attack([seen], crowd, seconds=60)
    assert {(one.key, one.option, one.sure, one.people) for one in found.pins} == {
        ("q", "yes", True, 23),
        ("q", "no", False, 23),
    }
    assert found.to_hide == [WHY]


def test_neither_question_tells_it_alone(all_said_yes, without_the_rule):
    seen, crowd = told(all_said_yes)
    assert attack([seen], replace(crowd, leads={}), seconds=60).holds


def test_by_the_rules_the_later_one_is_not_broken_down(all_said_yes):
    seen, crowd = told(all_said_yes)
    (later,) = [one for one in seen.tables["questions"] if one["key"] == "why"]
    assert [one["why"] for one in later["breakdowns"]] == ["derivable"]
    assert attack([seen], crowd, seconds=60).holds


def test_question_reached_past_the_earlier_one_is_not_laid_to_it():
    past = Said({"why": _answered("a")}, language="en")
    _seen, crowd = told([*people("en", yes=40, no=20, a=20), past])
    assert crowd.leads == {}


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**9), st.integers(0, 2))
def test_two_releases_of_both_by_the_rules_are_explained_and_pin_nobody(seed, leave):
    draw = random.Random(seed)
    everybody = [
        one
        for language in ("en", "ur")
        for one in people(
            language,
            yes=draw.randint(0, 40),
            no=draw.randint(0, 40),
            a=draw.randint(0, 40),
        )
    ] + people("en", yes=25, no=25, a=12)
    draw.shuffle(everybody)
    ids = some_ids(len(everybody))
    half = max(30, len(ids) // 2)
    after = of(everybody[leave:], ids[leave:])
    seen = [
        Seen(
            1,
            make_tables(of(everybody[:half], ids[:half]), Rule(), words_only=False),
            leave,
        ),
        Seen(2, make_tables(after, Rule(), words_only=False)),
    ]
    rolls = Rolls({1: frozenset(ids[:half]), 2: frozenset(ids[leave:])})
    found = attack(seen, crowd_of(after, rolls), seconds=60)
    assert (found.unread, found.changed, found.pins) == ([], [], [])

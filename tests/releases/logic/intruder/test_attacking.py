import random
import uuid
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.releases.logic.answers import material, single
from voice.releases.logic.intruder.attacking import attack
from voice.releases.logic.intruder.knowing import Rolls, Seen, crowd_of
from voice.releases.logic.intruder.problem import Place
from voice.releases.logic.making import make_tables
from voice.releases.logic.rule import Rule
from voice.releases.logic.theme_rows import ThemeEntry

AGES, LANGUAGES = ["8-10", "11-17", "16-25"], ["en", "pl", "ur"]
BREAKDOWNS = {"age_band": AGES, "language": LANGUAGES}
THEMES = [
    ThemeEntry(str(at), f"Theme {at}", "", "blue", "theme", heard_from_few=at == 0)
    for at in range(3)
]


@dataclass(eq=False)
class Person:
    """One counted response, with what its words are about."""

    answers: dict
    age_band: str
    language: str
    says: frozenset | None
    company: str = "alone"
    way_in: str = "link"


def person(draw, questions, weights):
    """Return somebody at random."""
    answers = {}
    for question in questions:
        keys = [key for key, _ in question.options]
        said = draw.random()
        if question.apart and said < 0.1:
            answers[question.key] = {"state": "not_sure"}
        elif said < 0.95:
            value = draw.choices(keys, weights[: len(keys)])[0]
            answers[question.key] = {
                "state": "answered",
                "value": [value, keys[0]] if question.kind == "several" else value,
            }
    says = frozenset(theme.key for theme in THEMES if draw.random() < 0.3)
    return Person(
        answers,
        draw.choice(AGES),
        draw.choices(LANGUAGES, [6, 2, 1])[0],
        says if draw.random() < 0.6 else None,
    )


def asked():
    """Return three closed questions: of one choice, of several, and yes or no."""
    return [
        single("one", "a", "b", "c", "d", apart=("not_sure",)),
        single("many", "x", "y", "z", kind="several"),
        single("yes", "yes", "no"),
    ]


def of(people, ids, questions):
    """Return the material of a survey that these people answered."""
    wrote = {
        str(one): somebody.says
        for one, somebody in zip(ids, people, strict=True)
        if somebody.says is not None
    }
    return material(
        questions[0],
        people,
        questions=questions,
        responses_of={question.key: people for question in questions},
        breakdowns=BREAKDOWNS,
        themes=THEMES,
        said=wrote,
        group_of={
            by: {
                str(one): getattr(somebody, by)
                for one, somebody in zip(ids, people, strict=True)
            }
            for by in BREAKDOWNS
        },
        ids=ids,
    )


def two_releases(seed, first, more, *, leave=0):
    """Return two releases and the crowd; some leave in between."""
    draw = random.Random(seed)
    questions = asked()
    weights = [draw.random() ** 3 + 0.01 for _ in range(4)]
    people = [person(draw, questions, weights) for _ in range(first + more)]
    ids = [uuid.UUID(int=draw.getrandbits(128)) for _ in people]
    before = of(people[:first], ids[:first], questions)
    after = of(people[leave:], ids[leave:], questions)
    rolls = Rolls({1: frozenset(ids[:first]), 2: frozenset(ids[leave:])})
    seen = [
        Seen(1, make_tables(before, Rule(), words_only=first < 30), leave),
        Seen(2, make_tables(after, Rule(), words_only=False)),
    ]
    return seen, crowd_of(after, rolls), after


@settings(max_examples=12, deadline=None)
@given(
    st.integers(0, 10**9), st.integers(20, 70), st.integers(20, 40), st.integers(0, 2)
)
def test_what_the_rules_let_through_twice_is_explained_and_pins_nobody(
    seed, first, more, leave
):
    seen, crowd, _ = two_releases(seed, first, more, leave=leave)
    found = attack(seen, crowd, seconds=60)
    assert (found.unread, found.changed, found.pins, found.exposed) == ([], [], [], [])
    assert found.holds


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 10**9))
def test_every_hidden_number_s_interval_holds_the_truth(seed):
    seen, crowd, after = two_releases(seed, 40, 25)
    found = attack(seen, crowd, seconds=60, with_intervals=True)
    ages = {one for one in found.intervals if one.place.by == "age_band"}
    for one in ages:
        if one.place == Place(2, "question", one.place.key, "age_band"):
            true = sum(
                one.option == somebody.answers.get(one.place.key, {}).get("value")
                for somebody in after.responses
                if somebody.age_band in one.group
            )
            if one.place.key != "many":
                assert one.bounds.low <= true <= one.bounds.high


def one_more(exact):
    """Return two exact releases, of forty people and of forty-one."""
    draw = random.Random(5)
    questions = asked()[2:]
    people = [person(draw, questions, [5, 4]) for _ in range(41)]
    for somebody in people:
        somebody.answers = {
            "yes": {"state": "answered", "value": draw.choice(["yes", "no"])}
        }
    ids = [uuid.UUID(int=at) for at in range(41)]
    seen = []
    for number, size in ((1, 40), (2, 41)):
        tables = make_tables(
            of(people[:size], ids[:size], questions), Rule(), words_only=False
        )
        tables["themes"] = tables["theme_breakdowns"] = []
        tables["questions"][0]["breakdowns"] = []
        for row in tables["questions"][0]["options"]:
            count = sum(
                one.answers["yes"]["value"] == row["key"] for one in people[:size]
            )
            if exact:
                row["count"] = {"code": "count", "number": count, "words": str(count)}
        tables["rule"] |= {"base": 1, "threshold": 1} if exact else {}
        tables["questions"][0]["answered"] = {
            "code": "not_shown",
            "number": None,
            "words": "",
        }
        seen.append(Seen(number, tables))
    rolls = Rolls({1: frozenset(ids[:40]), 2: frozenset(ids)})
    return seen, crowd_of(of(people, ids, questions), rolls)


def test_somebody_who_joined_alone_is_pinned_by_exact_numbers():
    seen, crowd = one_more(exact=True)
    found = attack(seen, crowd, seconds=20)
    assert {(one.key, one.people) for one in found.pins} == {("yes", 1)}
    assert found.to_hide == [Place(2, "question", "yes")]
    assert attack(seen[1:], crowd, seconds=20).pins == []


def test_and_is_not_by_the_rules():
    seen, crowd = one_more(exact=False)
    assert attack(seen, crowd, seconds=20).holds


def test_what_earlier_releases_give_away_is_not_laid_to_the_newest():
    seen, crowd = one_more(exact=True)
    silent = dict(seen[1].tables)
    silent["questions"] = [dict(seen[1].tables["questions"][0])]
    for row in silent["questions"][0]["options"]:
        row["count"] = {"code": "not_shown", "number": None, "words": ""}
    assert attack([seen[0], Seen(2, silent)], crowd, seconds=20).holds


def test_figures_that_no_answers_explain_do_not_hold():
    seen, crowd = one_more(exact=True)
    seen[1].tables["questions"][0]["options"][0]["count"]["number"] = 400
    found = attack(seen[1:], crowd, seconds=20)
    assert found.unread == [Place(2, "question", "yes")]
    assert not found.holds


def test_answers_changed_since_an_earlier_release_are_tried_alone():
    seen, crowd = one_more(exact=True)
    rows = seen[0].tables["questions"][0]["options"]
    rows[0]["count"], rows[1]["count"] = rows[1]["count"], rows[0]["count"]
    rows[0]["count"]["number"] = 40
    rows[1]["count"]["number"] = 0
    found = attack(seen, crowd, seconds=20)
    assert found.changed == [Place(2, "question", "yes")]


def test_an_attack_without_time_does_not_hold():
    seen, crowd = one_more(exact=True)
    found = attack(seen, crowd, seconds=-1)
    assert found.ran_out_at is not None
    assert not found.holds


def test_an_earlier_round_is_read_without_knowing_anybody():
    seen, _, _ = two_releases(3, 60, 20)
    found = attack([Seen(0, seen[1].tables, known=False)], None, seconds=20)
    assert found.holds
    assert found.figures > 20


@pytest.mark.parametrize("number", [0, 3, 9])
def test_a_small_number_that_stands_alone_is_found(number):
    seen, crowd = one_more(exact=False)
    seen[1].tables["withheld"] = [
        {"reason": "unkind", "count": {"code": "count", "number": number, "words": ""}}
    ]
    seen[1].tables["rule"] = seen[1].tables["rule"] | {"base": 1, "threshold": 0}
    found = attack(seen[1:], crowd, seconds=20)
    assert Place(2, "withheld", "unkind") in found.to_hide

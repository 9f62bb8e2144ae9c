import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.releases.logic.answers import many, material, single
from tests.releases.logic.test_making import theme
from voice.releases.logic.cells import told_row
from voice.releases.logic.earlier import (
    EarlierCounts,
    Measures,
    _answered,
    earlier_tables,
)
from voice.releases.logic.making import make_tables
from voice.releases.logic.rule import Rule
from voice.releases.logic.tally import Row, tally

RULE = Rule()
YES_NO = single("q", "yes", "no")
TRUE = (41, 37, 53, 131)


def measures(*questions, themes=()):
    """Return what a survey asks."""
    return Measures(
        consultation={"slug": "c", "title": "My social worker and me"},
        survey={"slug": "s", "title": "My social worker and me"},
        questions=questions,
        themes=themes,
    )


def told(counts, *questions, themes=()):
    """Return the tables of an earlier round."""
    return earlier_tables(
        counts,
        measures(*questions, themes=themes),
        RULE,
        title="Spring 2024",
        asked_who="8 to 17 in care",
    )


def numbers_in(node):
    """Yield every number in tables."""
    if isinstance(node, dict):
        node = node.values()
    if isinstance(node, int) and not isinstance(node, bool):
        yield node
    elif not isinstance(node, (str, int, type(None))):
        for one in node:
            yield from numbers_in(one)


def test_earlier_round_is_told_as_the_same_answers_given_here_would_be():
    counts = EarlierCounts(100, 470, {"q": Row(100, (60, 40))})
    here = make_tables(
        material(YES_NO, many(yes=60, no=40), missing="", withheld={}),
        RULE,
        words_only=False,
    )
    there = told(counts, YES_NO)
    assert there["questions"] == here["questions"]
    assert there["reach"]["answered"] == here["reach"]["answered"]
    assert there["reach"]["asked"] == here["reach"]["asked"]
    assert there["survey"]["title"] == "Spring 2024"


def test_true_counts_are_nowhere_in_what_is_kept():
    counts = EarlierCounts(
        131, 233, {"q": Row(131 - 37, (41, 53))}, wrote=53, themes={"Visits": 37}
    )
    tables = told(counts, YES_NO, themes=[theme("Visits")])
    assert not set(numbers_in(tables)) & {*TRUE, 94, 233}
    assert [row["name"] for row in tables["themes"]] == ["Visits"]


def test_nought_and_nine_are_told_alike():
    first, second = (
        told(EarlierCounts(100, 470, {"q": Row(100, (100 - few, few))}), YES_NO)
        for few in (0, 9)
    )
    assert first == second


def test_under_thirty_are_told_in_words_alone():
    counts = EarlierCounts(22, None, {"q": Row(22, (13, 9))})
    tables = told(counts, YES_NO)
    assert tables["kind"] == "words_only"
    assert not any(character.isdigit() for character in _words(tables))


def _words(tables):
    """Return everything a page says of figures."""
    return " ".join(
        option["count"]["words"]
        for question in tables["questions"]
        for option in question["options"]
    ) + str(tables["reach"]["answered"]["words"])


def test_how_many_could_answer_is_not_told_where_nobody_knows():
    reach = told(EarlierCounts(100, None, {"q": Row(100, (60, 40))}), YES_NO)["reach"]
    assert reach["asked"]["code"] == reach["share"]["code"] == "not_shown"


def test_theme_of_a_few_is_not_named_and_one_heard_from_few_is_told_in_words():
    counts = EarlierCounts(
        100, None, {}, wrote=80, themes={"Visits": 40, "Pets": 6, "Faith": 4}
    )
    themes = [theme("Visits"), theme("Pets"), theme("Faith", heard_from_few=True)]
    rows = told(counts, themes=themes)["themes"]
    assert [(row["name"], row["count"]["words"]) for row in rows] == [
        ("Visits", "40"),
        ("Faith", "a few"),
    ]


def test_question_that_few_were_led_past_is_told_without_its_base():
    why = single("why", "far", "busy", waits_for=("q",))
    counts = EarlierCounts(
        100, None, {"q": Row(100, (96, 4)), "why": Row(96, (50, 46))}
    )
    tables = told(counts, YES_NO, why)
    assert tables["questions"][1]["answered"]["code"] == "not_shown"


def test_question_that_many_were_led_past_is_told_with_its_base():
    why = single("why", "far", "busy", waits_for=("q",))
    counts = EarlierCounts(
        100, None, {"q": Row(100, (60, 40)), "why": Row(60, (35, 25))}
    )
    assert told(counts, YES_NO, why)["questions"][1]["answered"]["number"] == 60


def test_question_the_round_did_not_ask_is_not_in_it():
    counts = EarlierCounts(100, None, {"q": Row(100, (60, 40))})
    tables = told(counts, YES_NO, single("other", "yes", "no"))
    assert [one["key"] for one in tables["questions"]] == ["q"]


@pytest.mark.parametrize("kind", ["single", "faces", "order", "scale"])
def test_people_are_made_up_for_each_kind_of_one_choice(kind):
    options = ("0-3", "4-6", "7-10") if kind == "scale" else ("a", "b", "c")
    question = single("q", *options, kind=kind)
    row = Row(60, (0, 25, 35))
    counts = EarlierCounts(70, None, {"q": row})
    assert tally(question, _answered(question, counts)) == row


@given(
    people=st.integers(1, 80),
    shares=st.lists(st.integers(0, 100), min_size=1, max_size=7),
)
@settings(max_examples=150, deadline=None)
def test_people_made_up_for_several_choices_give_just_these_counts(people, shares):
    counts = [share * people // 100 for share in shares]
    counts[0] = max(counts[0], people - sum(counts[1:]))
    question = single("q", *map(str, range(len(counts))), kind="several")
    row = Row(people, tuple(counts))
    found = _answered(question, EarlierCounts(people, None, {"q": row}))
    assert tally(question, found) == row
    picked = [one.answers["q"]["value"] for one in found]
    assert all(len(set(one)) == len(one) > 0 for one in picked)


@given(st.lists(st.integers(0, 90), min_size=2, max_size=6))
@settings(max_examples=80, deadline=None)
def test_every_number_of_a_round_is_a_protected_one(counts):
    base = sum(counts)
    question = single("q", *map(str, range(len(counts))))
    tables = told(EarlierCounts(base, None, {"q": Row(base, tuple(counts))}), question)
    if base < 30:
        return
    cells = told_row(counts, base, RULE, adds_up=True)
    assert [one["count"] for one in tables["questions"][0]["options"]] == [
        cell.count.figure() for cell in cells
    ]

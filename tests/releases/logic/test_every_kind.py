"""Every kind of closed question is counted rightly, and what stands beside is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.releases.logic.answers import Said, material, single
from voice.releases.logic.attack import Bounds, Sum, tighten
from voice.releases.logic.cells import (
    Told,
    cell_bounds,
    count_bounds,
    hides_well,
    told_apart,
)
from voice.releases.logic.making import make_tables
from voice.releases.logic.protected import NOT_SHOWN, Code, protect_count
from voice.releases.logic.rule import Rule
from voice.releases.logic.tally import ClosedQuestion, base_tells, chosen, tally

RULE = Rule()


def answer(value=None, *, state="answered", key="q"):
    return {key: {"state": state, "value": value}}


def tables(question, responses, *, words_only=False):
    [table] = make_tables(material(question, responses), RULE, words_only=words_only)[
        "questions"
    ]
    return table


@pytest.mark.parametrize("kind", ["single", "picture", "faces", "agree"])
def test_one_choice_of_every_kind_is_counted_by_its_option(kind):
    question = single("q", "a", "b", kind=kind)
    assert question.adds_up
    assert chosen(answer("b"), question) == {"b"}


def test_order_counts_what_was_put_first_and_adds_up():
    question = single("q", "a", "b", "c", kind="order")
    responses = [Said(answer(["b", "a", "c"]))] * 3 + [Said(answer(["c", "b", "a"]))]
    row = tally(question, responses)
    assert (row.answered, row.counts) == (4, (0, 3, 1))
    assert question.adds_up


@pytest.mark.parametrize("state", ["not_sure", "not_said", "skipped"])
def test_what_is_no_answer_is_in_no_option_and_no_base(state):
    question = single("q", "a", "b")
    responses = [Said(answer("a")), Said(answer("a", state=state)), Said({})]
    row = tally(question, responses)
    assert (row.answered, row.counts) == (1, (1, 0))


def test_not_sure_and_rather_not_say_are_counted_apart():
    question = single("q", "a", "b", apart=("not_sure", "not_said"))
    responses = (
        [Said(answer("a"))] * 40
        + [Said(answer("b"))] * 40
        + [Said(answer(state="not_sure"))] * 21
        + [Said(answer(state="not_said"))] * 3
    )
    table = tables(question, responses)
    assert table["answered"]["number"] == 80
    told = [(row["state"], row["count"]["words"]) for row in table["apart"]]
    assert told == [("not_sure", "20"), ("not_said", "fewer than 10")]


def test_nothing_is_told_apart_where_it_was_not_offered():
    table = tables(single("q", "a", "b"), [Said(answer("a"))] * 40)
    assert "apart" not in table


def test_words_only_tells_apart_in_words():
    question = single("q", "a", "b", apart=("not_sure",))
    responses = [Said(answer("a"))] * 8 + [Said(answer(state="not_sure"))] * 2
    [row] = tables(question, responses, words_only=True)["apart"]
    assert row["count"]["words"] == "a few"


@given(
    st.integers(0, 60),
    st.lists(st.integers(0, 60), min_size=1, max_size=2),
    st.integers(0, 60),
)
def test_what_stands_beside_narrows_no_hidden_count(answered, counts, others):
    of = answered + sum(counts) + others
    told = told_apart(counts, answered=answered, of=of, rule=RULE)
    if NOT_SHOWN in told:
        assert set(told) == {NOT_SHOWN}
        return
    whole = count_bounds(protect_count(of, RULE), RULE)
    for at, one in enumerate(told):
        if one.code != Code.FEWER_THAN:
            continue
        least = count_bounds(protect_count(answered, RULE), RULE).low + sum(
            count_bounds(other, RULE).low for n, other in enumerate(told) if n != at
        )
        assert whole.high - least >= RULE.threshold - 1


def asked_after(yes, no, others, left):
    """Return responses: `yes` go on to the second question, all but `left` of them."""
    first = [
        *[answer("yes", key="first")] * yes,
        *[answer("no", key="first")] * no,
        *[answer(state="skipped", key="first")] * others,
    ]
    second = [answer("a" if at % 2 else "b", key="q") for at in range(yes - left)]
    for at, one in enumerate(second):
        first[at] = {**first[at], **one}
    return [Said(one) for one in first]


FIRST = ClosedQuestion("first", "single", "?", (("yes", "Yes"), ("no", "No")))
AFTER = single("q", "a", "b", waits_for=("first",))


def test_question_asked_after_an_answer_nearly_all_gave_is_told_without_its_base():
    responses = asked_after(yes=90, no=4, others=20, left=0)
    assert base_tells(AFTER, responses, threshold=10)
    table = tables(AFTER, responses)
    assert table["answered"]["code"] == "not_shown"
    assert [row["count"]["number"] for row in table["options"]] == [None, None]
    assert {row["count"]["code"] for row in table["options"]} == {"about_half"}


def test_question_asked_after_an_answer_fewer_gave_is_told_in_figures():
    responses = asked_after(yes=70, no=30, others=0, left=0)
    assert not base_tells(AFTER, responses, threshold=10)
    assert tables(AFTER, responses)["answered"]["number"] == 70


@given(st.integers(0, 80), st.integers(0, 20), st.integers(0, 30), st.integers(0, 20))
def test_base_of_a_later_question_never_narrows_a_hidden_count_of_an_earlier(
    yes, no, others, left
):
    """Whoever knows that the second is asked of those who said yes learns no more."""
    responses = asked_after(yes, no, others, min(left, yes))
    first, second = (tables(one, responses) for one in (FIRST, AFTER))
    if second["answered"]["number"] is None or second["answered"]["code"] != "count":
        return
    base = count_bounds(protect_count(yes + no, RULE), RULE)
    row = tally(FIRST, responses)
    cells = [
        Told(protect_count(count, RULE)) if shown["count"]["code"] == "count" else None
        for count, shown in zip(row.counts, first["options"], strict=True)
    ]
    hidden_no = first["options"][1]["count"]["code"] == "fewer_than"
    if not hidden_no:
        return
    at_least_yes = count_bounds(protect_count(yes - min(left, yes), RULE), RULE).low
    if cells[0] is not None:
        at_least_yes = max(at_least_yes, cell_bounds(cells[0], base, RULE).low)
    known = {
        "yes": Bounds(at_least_yes, base.high),
        "no": Bounds(0, RULE.threshold - 1),
        "of": base,
    }
    left_over = tighten(known, [Sum("of", ("yes", "no"))])
    assert hides_well([Told(protect_count(no, RULE))], [left_over["no"]], RULE)

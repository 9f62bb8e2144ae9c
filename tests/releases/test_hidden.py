"""Whatever is hidden in a preview is said, with why, to those who sign."""

import copy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.releases.logic.answers import Said, material, single
from voice.releases.hidden import hidden_and_why
from voice.releases.logic.making import make_tables
from voice.releases.logic.protected import Code
from voice.releases.logic.rule import Rule

SHOWN = {Code.COUNT.value, Code.PERCENT.value}
# Where a value may be hidden, and what is said of it.
SAID = {
    "reach": "too few to say exactly",
    "wrote": "How many wrote in their own words",
    "apart": "How many were not sure",
    "withheld": "kept back for a reason",
    "set_aside": "set aside as hoaxes",
}


def tables_of(yes=60, no=40, unsure=0, **more):
    """Return the tables of so many answers."""
    answers = [("yes", yes), ("no", no)]
    responses = [
        Said({"q": {"state": "answered", "value": value}})
        for value, number in answers
        for _ in range(number)
    ]
    responses += [Said({"q": {"state": "not_sure"}}) for _ in range(unsure)]
    question = single("q", "yes", "no", apart=("not_sure",))
    made = material(question, responses, **more)
    return make_tables(made, Rule(), words_only=len(responses) < 30)


def hidden_places(tables):
    """Return where a value around the answers is no number."""
    reach = [tables["reach"][part] for part in ("answered", "asked", "share")]
    values = {
        "reach": reach,
        "wrote": [tables["wrote"]],
        "apart": [
            row["count"] for one in tables["questions"] for row in one.get("apart", [])
        ],
        "withheld": [row["count"] for row in tables["withheld"]],
        "set_aside": [tables["set_aside"]] if "set_aside" in tables else [],
    }
    return {
        place
        for place, figures in values.items()
        if any(figure["code"] not in SHOWN for figure in figures)
    }


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.integers(15, 60),
    st.integers(15, 60),
    st.integers(0, 30),
    st.integers(0, 40),
    st.one_of(st.none(), st.integers(0, 40)),
)
def test_everything_hidden_around_the_answers_is_said_and_nothing_else(
    yes, no, unsure, unkind, aside
):
    tables = tables_of(
        yes, no, unsure, withheld={"unkind": unkind, "identifies": 12}, set_aside=aside
    )
    sentences = " ".join(hidden_and_why(tables))
    said = {place for place, words in SAID.items() if words in sentences}
    assert said == hidden_places(tables)


def test_question_of_which_nothing_is_told_is_named():
    tables = tables_of()
    assert "All of “" not in " ".join(hidden_and_why(tables))
    untold = copy.deepcopy(tables)
    for row in untold["questions"][0]["options"]:
        row["count"] = {"code": "not_shown", "number": None, "words": "not shown"}
    assert any(
        sentence.startswith("All of “Do you know your worker?”")
        for sentence in hidden_and_why(untold)
    )


def test_question_answered_by_four_of_nine_is_named_beside_words_alone():
    tables = tables_of(yes=3, no=1, unsure=5)
    sentences = hidden_and_why(tables)
    assert sentences[0].startswith("Every number.")
    assert any("Do you know your worker?" in one for one in sentences[1:])


@pytest.mark.parametrize("few", [True, False])
def test_theme_heard_from_few_is_named_as_one_told_in_words(few):
    tables = tables_of()
    tables["themes"] = [
        {
            "key": "1",
            "name": "Faith and food",
            "heard_from_few": few,
            "count": {"code": "few", "number": None, "words": "a few"},
            "percent": None,
            "share": None,
        }
    ]
    said = any(
        "How many said “Faith and food”" in one for one in hidden_and_why(tables)
    )
    assert said is few

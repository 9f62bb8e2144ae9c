"""Packed answers become the words that were chosen."""

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from surveys.logic.packing import Packer, layout_of
from voice.releases.logic.answer_cells import csv_cell, shape_of
from voice.themes.logic.csv_cells import as_written

STATES = {
    "answered": "Answered",
    "skipped": "Skipped",
    "not_sure": "Not sure",
    "not_said": "Prefers not to say",
}
MANY = [f"o{number}" for number in range(11)]
QUESTIONS = {
    "one": {"key": "one", "kind": "single", "options": ["yes", "no"]},
    "some": {"key": "some", "kind": "several", "options": MANY},
    "scale": {"key": "scale", "kind": "scale", "options": []},
    "order": {"key": "order", "kind": "order", "options": ["a", "b", "c"]},
}
TEXTS = {
    "one": {"yes": "Yes, I do", "no": "=No"},
    "some": {key: f"Option {key}" for key in MANY},
    "scale": {str(number): str(number) for number in range(11)},
    "order": {"a": "First", "b": "Second", "c": "Third"},
}
LAYOUT = layout_of(list(QUESTIONS.values()))
SHAPE = shape_of([*QUESTIONS, "gone"], LAYOUT, QUESTIONS, TEXTS, STATES)


def cells(**answers):
    """Return the cells of a response that answers so."""
    answers = {
        key: value if isinstance(value, dict) else {"state": "answered", "value": value}
        for key, value in answers.items()
    }
    return SHAPE.cells(Packer(LAYOUT).pack(answers), answers)


def test_what_was_chosen_is_told_in_words():
    assert cells(one="yes", some=["o0", "o10"], scale=7, order=["c", "a", "b"]) == [
        '"Yes, I do"',
        "Option o0; Option o10",
        "7",
        "Third; First; Second",
        "",
    ]


def test_what_was_said_instead_of_an_answer_is_told():
    said = cells(one={"state": "skipped"}, scale={"state": "not_said"})
    assert said == ["Skipped", "", "Prefers not to say", "", ""]


def test_an_option_that_looks_like_a_formula_is_kept_from_working():
    assert cells(one="no")[0] == "'=No"


@given(st.lists(st.sampled_from(MANY), min_size=1, unique=True))
def test_several_choices_come_back_as_they_were(chosen):
    told = cells(some=chosen)[1].split("; ")
    assert told == [f"Option {key}" for key in MANY if key in chosen]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_words_come_back_from_a_cell(words):
    line = f"a,{csv_cell(words)},b\r\n"
    (row,) = csv.reader(StringIO(line, newline=""))
    assert (row[0], row[2]) == ("a", "b")
    assert (as_written(row[1]) if row[1].startswith("'") else row[1]) == words
    assert not row[1].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\0"))

"""What a list in one field refuses, and what it lets a draft be."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.blocks.struct_block import StructBlockValidationError

from surveys.drafting.blocks import QuestionsBlock
from surveys.drafting.fields import ExtrasBlock, OptionsBlock, StatementsBlock


def lines(*texts, **changes):
    return [{"text": text, "key": "", **changes} for text in texts]


def wrong(block, raw):
    """Return what is said of `raw`, as a browser sends it."""
    with pytest.raises(ValidationError) as refused:
        block.clean(block.value_from_form(json.dumps(raw)))
    return refused.value.messages


@pytest.mark.parametrize(
    ("kind", "raw", "said"),
    [
        ("single", lines("Yes"), ["At least 2 options, please."]),
        ("single", lines("Yes", ""), ["Line 2 has no words."]),
        ("single", lines("Yes", "yes"), ["Two lines say the same."]),
        (
            "single",
            lines(*map(str, range(13))),
            ["At most 12 options, please."],
        ),
        (
            "single",
            lines("Yes", "No" * 101),
            ["Line 2 is longer than 200 letters."],
        ),
        (
            "single",
            lines("Yes", "No", is_other=True),
            ["Only one option can ask for words of their own."],
        ),
        (
            "single",
            [*lines("Yes"), {"text": "No", "key": "Not a key"}],
            [
                "The key of line 2: use small letters, digits, _ and -, up to 40 of "
                "them."
            ],
        ),
        ("faces", lines("a", "b"), ["At least 5 options, please."]),
        (
            "picture",
            lines("Dog", "Cat"),
            ["Line 1 needs a picture.", "Line 2 needs a picture."],
        ),
    ],
)
def test_options_are_refused_in_sentences(kind, raw, said):
    assert wrong(OptionsBlock(kind), raw) == said


def test_draft_may_have_unfinished_options_but_none_that_are_no_options():
    block = OptionsBlock("single")
    block.defer_required_validation()
    assert [o["text"] for o in block.clean(block.value_from_form("[]"))] == []
    assert [o["text"] for o in block.clean(lines("Yes", ""))] == ["Yes", ""]
    assert wrong(block, lines("x" * 201)) == ["Line 1 is longer than 200 letters."]


def test_statements_are_refused_in_sentences():
    block = StatementsBlock()
    assert wrong(block, []) == ["Write at least one statement."]
    assert wrong(block, lines("I am heard.", " ")) == ["Line 2 has no words."]


def test_extras_are_refused_in_sentences():
    block = ExtrasBlock("date")
    assert wrong(block, {"decision": "x" * 301}) == [
        "Say in 300 letters what it will decide."
    ]
    assert wrong(block, {"date_parts": "day"}) == [
        "Ask for a year, or for a month and a year."
    ]


def test_limit_above_the_number_of_options_is_refused_beside_the_settings():
    block = QuestionsBlock().child_blocks["several"]
    value = {"prompt": "What helps?", "help": "", "key": "", "extras": {"most": 3}}
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python({**value, "options": lines("Texts", "Visits")}))
    assert {name: e.messages for name, e in refused.value.block_errors.items()} == {
        "extras": ["There are fewer options than that."]
    }


@pytest.mark.parametrize("sent", ["", "null", "{", '"words"', "[1, null]", "{}"])
def test_broken_json_is_an_empty_list(sent):
    assert OptionsBlock("single").value_from_form(sent) == []


def test_unknown_names_in_what_a_browser_sends_are_left_out():
    sent = json.dumps({"decision": "Who visits.", "planted": 1, "most": True})
    assert ExtrasBlock("single").value_from_form(sent) == {
        "age_bands": [],
        "show_if": None,
        "most": 0,
        "not_sure": False,
        "not_said": False,
        "date_parts": "",
        "sensitive": False,
        "about_them": False,
        "decision": "Who visits.",
        "key_theme": "",
        "picture": None,
    }


IS = {"question": "know", "operator": "is", "value": "yes"}


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        (IS, IS),
        ({"all": [IS, {"question": ""}]}, {"all": [IS]}),
        ({"none": []}, None),
        ({"any": [{"any": [IS]}, 7]}, {"any": [{"any": [IS]}]}),
        ({**IS, "operator": "eval"}, None),
        ({**IS, "value": ["yes"]}, None),
        (
            {"about": "age_band", "operator": "is", "value": "4-7"},
            {"about": "age_band", "operator": "is", "value": "4-7"},
        ),
        ({"about": "height", "operator": "is", "value": "4-7"}, None),
        ({"about": "age_band", "operator": "at_least", "value": "4-7"}, None),
    ],
)
def test_only_conditions_are_kept_of_what_a_browser_sends(sent, kept):
    value = ExtrasBlock("single").value_from_form(json.dumps({"show_if": sent}))
    assert value["show_if"] == kept


def test_condition_deeper_than_anybody_reads_is_left_out():
    deep = IS
    for _level in range(50):
        deep = {"all": [deep]}
    assert ExtrasBlock().value_from_form(json.dumps({"show_if": deep}))["show_if"] is (
        None
    )


@pytest.mark.parametrize("kind", ["faces", "agree"])
def test_scales_begin_with_five_words_in_the_base_language(kind):
    with translation.override("ur"):
        begun = OptionsBlock(kind).get_default()
    assert [option["key"] for option in begun] == ["1", "2", "3", "4", "5"]
    assert all(option["text"].isascii() for option in begun)


def test_faces_begin_on_the_positive_side():
    assert [option["text"] for option in OptionsBlock("faces").get_default()] == [
        "A little happy",
        "Quite happy",
        "Happy",
        "Very happy",
        "As happy as can be",
    ]

import pytest

from tests.factories.replies import TABLES
from voice.replies.logic.linting import Fault, Finding, lint
from voice.replies.logic.released import released_numbers

RELEASED = released_numbers(TABLES)


def test_only_protected_figures_are_released_numbers():
    assert released_numbers(TABLES) == {
        *("165", "540", "30%", "150", "100", "65%", "<10", "120", "30", "25%")
    }


def test_a_release_in_words_has_no_numbers():
    words = {"reach": {"answered": {"code": "few", "number": None, "words": "a few"}}}
    assert released_numbers(words) == frozenset()


@pytest.mark.parametrize(
    "said",
    [
        "165 of you told us about where you live.",
        "۱۶۵ نوجوانوں نے ہمیں بتایا۔",
        "30% of you, and 65 per cent of others.",
        "Fewer than 10 said no.",
        "You will hear by 14 March 2027, or on 3rd April.",
        "ہم آپ کو 14 مارچ 2027 تک بتائیں گے۔",
        "In 2027 we will ask again.",
        "Call 999, or Childline on 0800 1111.",
        "Most of you said yes. We will answer in ten working days.",
    ],
)
def test_what_the_release_says_can_be_said(said):
    assert lint(said, released=RELEASED) == []


@pytest.mark.parametrize(
    ("said", "passage"),
    [
        ("164 of you told us.", "164"),
        ("10 of you said no.", "10"),
        ("65 of you said yes.", "65"),
        ("100% said yes.", "100%"),
        ("1,000 children.", "1,000"),
        ("2030 of you.", "2030"),
        ("۱۶۴ نوجوانوں نے", "۱۶۴"),
        ("Fewer than 5 said no.", "Fewer than 5"),
    ],
)
def test_a_number_outside_the_release_is_named(said, passage):
    assert lint(said, released=RELEASED) == [Finding(Fault.NOT_RELEASED, passage)]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("All of you said so.", Fault.EVERYBODY_OR_NOBODY),
        ("None of you said so.", Fault.EVERYBODY_OR_NOBODY),
        ("Only one said so.", Fault.SO_FEW),
        ("Two of you said so.", Fault.SO_FEW),
    ],
)
def test_everybody_nobody_and_a_handful_are_refused(said, fault):
    assert [finding.fault for finding in lint(said, released=RELEASED)] == [fault]


def test_findings_come_in_reading_order():
    said = "Only one of you and 7 others, all of you."
    assert [finding.passage for finding in lint(said, released=RELEASED)] == [
        "Only one",
        "7",
        "all of you",
    ]

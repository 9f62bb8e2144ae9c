"""What the documents of safety say is so: tests and files they name exist, numbers agree."""

import re
from pathlib import Path

import pytest

from surveys.logic.definition import KEEP_DAYS
from voice.releases.logic import gates, protected, rule

HOUSE = Path(__file__).resolve().parents[2]
DOCS = HOUSE / "docs"
TEST = re.compile(r"`(test_\w+)`")
FILE = re.compile(r"`([\w./-]+\.(?:py|toml))`")
ROW = re.compile(r"^\| ([TH]\d+) (.+)$", re.M)
DEFINED = re.compile(r"^(?:async )?def (test_\w+)", re.M)
NUMBERS = {
    "A count under {} is not told": rule.LOWEST_THRESHOLD,
    'it reads "fewer than {}"': rule.LOWEST_THRESHOLD,
    "Other counts are told to the nearest {}.": rule.LOWEST_BASE,
    "to the nearest {} %": rule.LOWEST_BASE,
    "of at least {} answers.": rule.FIGURES_FROM,
    'more than {} % is "nearly all"': protected.HIGHEST_PERCENT,
    "may ask for more than {} and": rule.LOWEST_THRESHOLD,
    "{}, never for less": rule.LOWEST_BASE,
    "Under {} answers a release may be signed in words": rule.FIGURES_FROM,
    "A question that fewer than {} answered": rule.SMALLEST_IN_WORDS,
    "A group under {} is joined": rule.SMALLEST_GROUP,
    "At most {} releases": gates.MOST_RELEASES,
    "at least {} days apart": gates.DAYS_APART,
    "at least {} answers; since": rule.FIGURES_FROM,
    "at least {} new ones": gates.NEW_ANSWERS,
    "and {} % more": gates.NEW_PERCENT,
}


def said(name):
    """Return what a document says."""
    return (DOCS / name).read_text(encoding="utf-8")


def every_test():
    """Return the names of all tests there are."""
    return {
        name
        for path in (HOUSE / "tests").rglob("test_*.py")
        for name in DEFINED.findall(path.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize(
    "name",
    [
        "threat-model.md",
        "hazard-log.md",
        "disclosure-control.md",
        "impact-assessment.md",
    ],
)
def test_every_test_and_file_a_document_names_exists(name):
    text = said(name)
    assert set(TEST.findall(text)) - every_test() == set()
    assert [one for one in FILE.findall(text) if not (HOUSE / one).exists()] == []


@pytest.mark.parametrize(
    ("name", "letter", "many"),
    [("threat-model.md", "T", 18), ("hazard-log.md", "H", 14)],
)
def test_every_threat_and_hazard_has_its_row_and_what_holds_it(name, letter, many):
    rows = dict(ROW.findall(said(name)))
    assert list(rows) == [f"{letter}{number}" for number in range(1, many + 1)]
    held = [one for one, row in rows.items() if TEST.search(row)]
    not_held = [one for one, row in rows.items() if "not by a test" in row]
    assert sorted(held + not_held) == sorted(rows)


@pytest.mark.parametrize("sentence", NUMBERS)
def test_numbers_of_disclosure_control_are_the_programs(sentence):
    assert sentence.format(NUMBERS[sentence]) in said("disclosure-control.md")


def test_days_of_the_impact_assessment_are_the_programs():
    days = re.findall(r"(\d+) days after closing", said("impact-assessment.md"))
    assert [int(one) for one in days] == list(KEEP_DAYS.values())


def test_no_digit_of_disclosure_control_is_compared_with_nothing():
    text = said("disclosure-control.md").replace("docs/decisions/0005", "")
    for sentence, number in NUMBERS.items():
        text = text.replace(sentence.format(number), "")
    assert re.findall(r"\d+", text) == []

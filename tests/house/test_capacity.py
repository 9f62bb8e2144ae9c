"""The reckoning of how many can answer: its arithmetic, done again."""

import re

import pytest

from tests.house.test_documents import said

ROW = re.compile(
    r"^\| (?P<ask>[^|]+) \| (?P<hour>[\d,]+) \| (?P<a_second>[\d.]+) "
    r"\| (?P<requests>[\d,]+) \| (?P<cores>[\d.]+) \|$",
    re.M,
)
MEASURED = re.compile(r"^\| (?P<what>[^|]+) \| (?P<ms>[\d.]+) \| [\d.]+ \| m \|$", re.M)
PAGES = 20 + 1


def number(words):
    """Return a number as people write it."""
    return float(words.replace(",", ""))


def a_child():
    """Return what one child costs, in milliseconds of one core, as measured."""
    first, answer = (float(one["ms"]) for one in MEASURED.finditer(said("capacity.md")))
    return PAGES * answer + first


def test_one_child_costs_what_was_measured():
    told = re.search(r"= (\d+) ms of one core .* costs (\d+) ms", said("capacity.md"))
    assert int(told[1]) == round(a_child())
    assert int(told[2]) == 2 * round(a_child())


def test_three_asks_are_reckoned():
    assert len(list(ROW.finditer(said("capacity.md")))) == 3


@pytest.mark.parametrize("row", list(ROW.finditer(said("capacity.md"))))
def test_each_ask_follows_from_its_peak_hour(row):
    a_second = number(row["hour"]) / 3600
    assert number(row["a_second"]) == pytest.approx(a_second, abs=0.05)
    assert number(row["requests"]) == pytest.approx(a_second * 22, abs=1)
    cores = a_second * 2 * a_child() / 1000
    assert number(row["cores"]) == pytest.approx(cores, abs=0.06)

"""The Office for National Statistics' own package tells the same counts as ours.

Where rules coincide: its table of the 10/5 rule, no noise, nothing under ten.
"""

import random

import pandas
import pytest
from cell_key_perturbation.create_perturbed_table import create_perturbed_table
from cell_key_perturbation.utils.generate_test_ptable import generate_ptable_10_5_rule

from tests.releases.logic.answers import material, said, single
from voice.releases.logic.making import make_tables
from voice.releases.logic.protected import Code, protect_count
from voice.releases.logic.rule import Rule

RULE = Rule()
TABLES = 10_000
CELLS = 8


@pytest.fixture(scope="module")
def ptable():
    """Return the package's own table of the rule."""
    return generate_ptable_10_5_rule()


def theirs(cells, ptable):
    """Return what the package tells of true counts by (table, cell); None if nothing."""
    rows = [at for at, count in cells.items() for _ in range(count)]
    data = pandas.DataFrame(rows, columns=["table", "cell"])
    data["key"] = [at % 256 for at in range(len(data))]
    told = create_perturbed_table(data, ptable, ["table"], ["cell"], "key")
    return {
        (int(row.table), int(row.cell)): None if pandas.isna(row.count_) else row.count_
        for row in told.rename(columns={"count": "count_"}).itertuples()
    }


def test_ten_thousand_random_tables_are_told_alike(ptable):
    rng = random.Random(105)
    sizes = (4, 12, 40, 140)
    for start in range(0, TABLES, 500):
        cells = {
            (table, cell): rng.randrange(rng.choice(sizes))
            for table in range(start, start + 500)
            for cell in range(CELLS)
        }
        ours = {at: protect_count(count, RULE) for at, count in cells.items()}
        for at, number in theirs(cells, ptable).items():
            assert (ours[at].code == Code.COUNT, number) == (
                number is not None,
                ours[at].number if number is not None else None,
            ), cells[at]


def test_every_count_to_a_thousand_is_told_alike(ptable):
    cells = {(0, count): count for count in range(1, 1001)}
    told = theirs(cells, ptable)
    ours = {at: protect_count(count, RULE) for at, count in cells.items()}
    assert told == {
        at: one.number if one.code == Code.COUNT else None for at, one in ours.items()
    }


def test_whatever_a_release_tells_as_a_count_is_what_the_package_tells(ptable):
    """A release tells less beside it, never another number."""
    rng = random.Random(39)
    for _ in range(40):
        counts = {key: rng.randrange(0, 90) for key in ("a", "b", "c", "d")}
        counts["a"] += 30
        responses = [said(key) for key, count in counts.items() for _ in range(count)]
        tables = make_tables(
            material(single("q", *counts), responses), RULE, words_only=False
        )
        places = dict(enumerate(counts))
        cells = {(0, at): counts[key] for at, key in places.items()}
        reference = {
            places[at]: number for (_, at), number in theirs(cells, ptable).items()
        }
        for row in tables["questions"][0]["options"]:
            if row["count"]["code"] == "count":
                assert row["count"]["number"] == reference[row["key"]]
            if reference.get(row["key"]) is None:
                assert row["count"]["code"] != "count"

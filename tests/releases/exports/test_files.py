"""A release says the same as a page, as JSON, as CSV and as a spreadsheet."""

import copy
import csv
import json
from io import BytesIO, StringIO

import pytest
from django.utils.translation import override
from openpyxl import load_workbook

from tests.factories.accounts import UserFactory
from tests.factories.releases import (
    AnsweredSurveyFactory,
    ReleaseFactory,
    answer,
    comment_on,
    tagged,
)
from tests.factories.statement import ReleaseFactory as FrozenReleaseFactory
from tests.factories.statement import figure, tables, theme_row
from tests.factories.surveys import DEFINITION, EditionFactory
from voice.releases.exports.files import release_csv, release_json, release_xlsx
from voice.releases.exports.sheets import sheets_of

pytestmark = pytest.mark.django_db
BANDS = ["8-11", "11-17"]
QUOTED = "zebracrossing come wen u say"


@pytest.fixture
def release():
    """Return an issued release with everything a release can tell."""
    definition = copy.deepcopy(DEFINITION)
    definition |= {"age_bands": BANDS, "breakdowns": ["age_band", "language"]}
    survey = AnsweredSurveyFactory(yes=0, no=0, definition=definition)
    rows = []
    for band in BANDS:
        rows += answer(survey, yes=47, no=38, age_band=band, scale=9)
        rows += answer(survey, yes=31, no=22, age_band=band, scale=2, language="pl")
    readings = [comment_on(one, QUOTED) for one in [*rows[::2]]]
    tagged(survey, "Being heard", readings[:90])
    tagged(survey, "=Moves", readings[60:110])
    comment_on(rows[1], "unkind", withheld=True)
    quotes = [readings[0].comment]
    return ReleaseFactory(
        survey=survey, quotes=quotes, signed_by=UserFactory(worker=True)
    )


def spreadsheet(content):
    """Return each sheet as (title, rows of words), numbers in words as they are shown."""
    book = load_workbook(BytesIO(content))
    return {
        sheet.title: [[_shown(cell) for cell in row] for row in sheet.iter_rows()]
        for sheet in book.worksheets
    }


def _shown(cell):
    """Return what a cell shows."""
    if cell.value is None:
        return ""
    return f"{cell.value:.0%}" if cell.number_format == "0%" else str(cell.value)


def tables_of(page):
    """Return each table of a page by its caption: rows of words."""
    read = page.parsed
    return {
        read.text(next(table.iter("caption"))): [
            [read.text(cell) for cell in row] for row in table.iter("tr")
        ]
        for table in read.all("table")
    }


def test_page_and_spreadsheet_tell_the_same_tables(release, sign_in):
    page = sign_in(UserFactory(worker=True)).get(f"/desk/releases/{release.pk}/")
    told = tables_of(page)
    sheets = list(spreadsheet(release_xlsx(release)).values())
    by_group = 0
    for rows in sheets:
        title, *rest = rows
        if title[0] in told:
            by_group += 1
            assert rest[1:] == told.pop(title[0])
    # What is left are the charts' own tables: share and number in one cell.
    assert by_group == len(_breakdowns(release))
    charts = [row for rows in told.values() for row in rows[1:]]
    in_sheets = [row for made in sheets_of(release) for row in _as_in_charts(made)]
    assert charts
    for row in charts:
        assert row in in_sheets


def _as_in_charts(sheet):
    """Return each row of a sheet as a chart tells it: share and number together."""
    for row in sheet.rows:
        told = dict(zip(sheet.head, map(str, row), strict=True))
        both = [told.get("Share"), told.get("How many")]
        yield [row[0], " · ".join(one for one in both if one)]


def _told(release):
    """Return the questions of which anything is told."""
    return [
        one
        for one in release.tables["questions"]
        if any(row["count"]["code"] != "not_shown" for row in one["options"])
    ]


def _breakdowns(release):
    """Return every breakdown that is shown."""
    found = [table for one in _told(release) for table in one["breakdowns"]]
    found += release.tables.get("theme_breakdowns", [])
    assert len(found) > 3
    return [table for table in found if table["groups"]]


def test_spreadsheet_and_csv_tell_the_same_values(release):
    sheets = spreadsheet(release_xlsx(release))
    read = list(csv.reader(StringIO(release_csv(release).decode("utf-8-sig"))))
    assert read[0] == ["Sheet", "Table", "Row", "Column", "Value"]
    from_csv = {
        (row[0], row[2].removeprefix("'"), row[3], row[4].removeprefix("'"))
        for row in read[1:]
    }
    from_sheets = set()
    for made in sheets_of(release):
        rows = sheets[made.name]
        head = rows[len(made.notes) + 2]
        for row in rows[len(made.notes) + 3 :]:
            from_sheets |= {
                (made.name, row[0], column, value)
                for column, value in zip(head[1:], row[1:], strict=True)
                if value
            }
    assert from_csv == from_sheets
    assert len(from_csv) > 60


def test_json_and_csv_tell_the_same_figures(release):
    told = json.loads(release_json(release))
    assert told["tables"] == release.tables
    assert told["hash"] == release.content_hash
    read = list(csv.reader(StringIO(release_csv(release).decode("utf-8-sig"))))
    values = {(row[0], row[2], row[3]): row[4] for row in read[1:]}
    expected = {}
    for question in _told(release):
        key = question["key"]
        expected[key, "How many answered", "How many"] = question["answered"]["words"]
        for option in question["options"]:
            text = option["text"]
            if question["kind"] == "scale":
                text = f"{option['key'].replace('-', '–')}: {text}"
            expected[key, text, "How many"] = option["count"]["words"]
            if option["percent"]:
                expected[key, text, "Share"] = option["percent"]["words"]
            for table in question["breakdowns"]:
                for group, band in zip(table["groups"], _groups(table), strict=True):
                    cell = next(
                        c for c in group["cells"] if c["option"] == option["key"]
                    )
                    expected[f"{key} {table['by']}", text, band] = cell["told"]["words"]
    assert len(expected) > 20
    assert {where: values.get(where) for where in expected} == expected
    for theme in told["tables"]["themes"]:
        name = "'=Moves" if theme["name"] == "=Moves" else theme["name"]
        assert values["Themes", name, "How many"] == theme["count"]["words"]


def _groups(table):
    """Return what the groups of a breakdown are called in English."""
    if table["by"] == "language":
        names = {"en": "English", "pl": "Polish"}
    else:
        names = {band: f"{band.replace('-', ' to ')}" for band in BANDS}
    return [" and ".join(names[key] for key in one["keys"]) for one in table["groups"]]


def test_themes_by_age_are_a_sheet():
    edition = EditionFactory()
    group = {
        "keys": ["11-17"],
        "answered": figure("count", 85),
        "cells": [{"option": "7", "told": figure("percent", 35), "share": 35}],
    }
    release = FrozenReleaseFactory(
        edition=edition,
        tables=tables(
            edition.survey,
            themes=[theme_row("Moves", key="7"), theme_row("Untold", key="8")],
            theme_breakdowns=[{"by": "age_band", "why": "", "groups": [group]}],
        ),
    )
    rows = spreadsheet(release_xlsx(release))["Themes age_band"]
    assert rows[3:] == [["How many wrote", "85"], ["Moves", "35%"]]


def test_true_numbers_and_quotes_are_in_no_file(release):
    for content in (
        release_csv(release).decode("utf-8-sig"),
        json.dumps(spreadsheet(release_xlsx(release))),
    ):
        cells = content.replace('"', " ").replace(",", " ").split()
        # 276 answered, 94 and 62 of each band; nothing is told under a multiple of five.
        assert not {"276", "156", "94", "78", "62", "44"} & set(cells)
        assert "zebracrossing" not in content
    assert "zebracrossing" not in release_json(release).decode()


def test_words_alone_hold_no_digit_in_a_file():
    survey = AnsweredSurveyFactory(yes=6, no=3, title="Short breaks")
    release = ReleaseFactory(survey=survey, signed_by=UserFactory(worker=True))
    assert release.is_words_only
    content = release_csv(release).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(content)))[1:]
    named = {"Survey", "Consultation", "Who was asked"}
    digits = [row for row in rows if any(map(str.isdigit, row[4]))]
    assert [row for row in digits if row[2] not in named and row[0] != "About"] == []
    assert {row[2] for row in rows} >= {"Kind", "Answered"}
    sheets = spreadsheet(release_xlsx(release))
    assert "most" in str(sheets["know_worker"])


def test_files_are_the_same_bytes_each_time(release):
    again = type(release).objects.get(pk=release.pk)
    assert release_csv(release) == release_csv(again)
    assert release_xlsx(release) == release_xlsx(again)
    assert release_json(release) == release_json(again)


def test_files_speak_the_language_of_the_page(release):
    in_english = release_csv(release).decode("utf-8-sig")
    with override("ur"):
        in_urdu = release_csv(release).decode("utf-8-sig")
        book = load_workbook(BytesIO(release_xlsx(release)))
    assert ",How many," in in_english
    assert ",How many," not in in_urdu
    assert all(sheet.sheet_view.rightToLeft for sheet in book.worksheets)

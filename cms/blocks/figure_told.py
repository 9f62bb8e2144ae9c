"""A table of a release as a page shows it, in the language of the page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.enums import QuestionKind
from surveys.logic.definition import ANY_BAND, Definition, question_words
from surveys.queries.opening import edition_to_answer
from surveys.queries.steps import definition_of
from voice.council.enums import BASE_LANGUAGE
from voice.releases.logic.tables import QuestionTable, Reach, Tables
from voice.releases.models import Recall, Release
from voice.releases.presentation import (
    CellTable,
    ChartRow,
    breakdown_cells,
    option_rows,
    theme_breakdown_cells,
    theme_rows,
    words_for,
)
from voice.releases.queries import correction_of
from voice.replies.queries import evidence_for, tell_consultation

THEMES = "themes"


@dataclass(frozen=True, slots=True)
class FigureTold:
    """A chart (`rows`) or a table (`cells`) of one release, or that it was taken back.

    `language` is the one its labels are really in; `in_words` that it holds no digit.
    """

    on: date
    title: str = ""
    note: str = ""
    language: str = BASE_LANGUAGE
    rows: list[ChartRow] | None = None
    cells: CellTable | None = None
    in_words: bool = False
    reach: Reach | None = None
    missing: str = ""
    recall: Recall | None = None
    is_corrected: bool = False


def figure_told(key: str, *, language: str) -> FigureTold | None:
    """Return what `key` (release/table) tells, in `language` where it was asked in it.

    None when there is no such table, or the release is not what was signed.
    """
    number, _slash, part = key.partition("/")
    release = _issued(number)
    if release is None:
        return None
    on = timezone.localdate(release.issued_at)
    if release.is_recalled:
        is_corrected = correction_of(release) is not None
        return FigureTold(on=on, recall=release.recall, is_corrected=is_corrected)
    if evidence_for(release) is None:
        return None
    told = _table(release, part, language)
    if told is None:
        return None
    words = tell_consultation(release.survey.consultation, language=language)
    return FigureTold(
        on=on,
        in_words=release.is_words_only,
        reach=release.tables["reach"],
        missing=words.missing,
        **told,
    )


def _issued(number: str) -> Release | None:
    """Return an issued release, recalled or not."""
    if not number.isdecimal():
        return None
    found = Release.objects.filter(pk=int(number), issued_at__isnull=False)
    return (
        found.select_related("survey__consultation", "recall")
        .prefetch_related("quotes", "survey__consultation__wordings")
        .first()
    )


def _table(release: Release, part: str, language: str) -> dict[str, Any] | None:
    """Return the table called `part`, or one breakdown of it; None when there is none."""
    tables: Tables = release.tables
    name, _slash, by = part.partition("/")
    if name == THEMES:
        return _themes(tables, by)
    for question in tables["questions"]:
        if name == f"q:{question['key']}":
            return _question(_worded(question, release, language), by)
    return None


def _themes(tables: Tables, by: str) -> dict[str, Any] | None:
    """Return the themes, or one breakdown of them."""
    for one in tables.get("theme_breakdowns", []):
        if by and one["by"] == by and one["groups"]:
            cells = theme_breakdown_cells(tables["themes"], one)
            return {"title": cells["caption"], "cells": cells}
    if by or not tables["themes"]:
        return None
    return {
        "title": _("What young people told us in their own words"),
        "note": _how_many(tables["wrote"], _("Of about %(count)s who wrote")),
        "rows": theme_rows(tables["themes"]),
    }


def _question(worded: tuple[QuestionTable, str], by: str) -> dict[str, Any] | None:
    """Return how a question was answered, or one breakdown of it."""
    question, language = worded
    for one in question["breakdowns"]:
        if by and one["by"] == by and one["groups"]:
            cells = breakdown_cells(question, one)
            return {"title": cells["caption"], "cells": cells, "language": language}
    if by:
        return None
    return {
        "title": question["prompt"],
        "note": _how_many(question["answered"], _("Answered by about %(count)s")),
        "rows": option_rows(question),
        "language": language,
    }


def _how_many(figure: Any, sentence: str) -> str:
    """Return how many answered, where that is told as a number."""
    if figure["code"] != "count":
        return ""
    return sentence % {"count": words_for(figure)}


def _worded(
    question: QuestionTable, release: Release, language: str
) -> tuple[QuestionTable, str]:
    """Return a question's table in `language`, if it was asked so; and what it is in."""
    edition = edition_to_answer(release.survey)
    definition = definition_of(edition) if edition else None
    asked = _asked(definition, question["key"], language) if definition else None
    if asked is None:
        return question, BASE_LANGUAGE
    options = asked["options"]
    rows = [
        row
        if question["kind"] == QuestionKind.SCALE
        else {**row, "text": options.get(row["key"], row["text"])}
        for row in question["options"]
    ]
    return {**question, "prompt": asked["prompt"], "options": rows}, language  # type: ignore[typeddict-item]


def _asked(definition: Definition, key: str, language: str) -> Any:
    """Return how a question was worded in `language`; None when it was not."""
    if language not in definition["languages"]:
        return None
    for question in definition["questions"]:
        if question["key"] == key and language in question["wordings"]:
            return question_words(question, language=language, age_band=ANY_BAND)
    return None

"""What a release tells: its questions, its themes, and breakdowns of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from voice.briefings.logic.paper import Block, Figures, Told
from voice.briefings.models import BriefingSection
from voice.briefings.queries.composing import Composing, day, issued_on, told
from voice.council.enums import BASE_LANGUAGE
from voice.releases.logic.protected import NOT_SHOWN
from voice.releases.logic.tables import (
    BreakdownTable,
    Figure,
    OptionRow,
    QuestionTable,
    Tables,
    ThemeRow,
)
from voice.releases.models import Release
from voice.releases.presentation import (
    FigureTable,
    breakdown_figures,
    breakdown_words,
    option_words,
    tells_nothing,
    theme_breakdown_figures,
)

THEMES = "themes"


@dataclass(frozen=True, slots=True)
class Part:
    """A table of a release that a section may tell; `usual` ones are told unasked."""

    key: str
    title: str
    usual: bool


def parts_of(release: Release) -> list[Part]:
    """Return the tables of a release that tell something, in its order."""
    tables: Tables = release.tables
    return [*_question_parts(tables), *_theme_parts(tables)]


def _question_parts(tables: Tables) -> Iterator[Part]:
    """Yield the questions, each before its breakdowns."""
    for question in tables["questions"]:
        if tells_nothing(question):
            continue
        key = f"q:{question['key']}"
        yield Part(key, question["prompt"], usual=True)
        for table in question["breakdowns"]:
            if table["groups"]:
                title = f"{question['prompt']} · {breakdown_words(table)}"
                yield Part(f"{key}/{table['by']}", title, usual=False)


def _theme_parts(tables: Tables) -> Iterator[Part]:
    """Yield the themes before their breakdowns."""
    title = _("What young people told us in their own words")
    if tables["themes"]:
        yield Part(THEMES, title, usual=True)
    for table in tables.get("theme_breakdowns", []):
        if table["groups"]:
            yield Part(
                f"{THEMES}/{table['by']}",
                f"{title} · {breakdown_words(table)}",
                usual=False,
            )


def results_blocks(section: BriefingSection, composing: Composing) -> list[Block]:
    """Return a table for each part chosen, or for each usual one."""
    release = section.release
    if release is None:
        return []
    chosen = section.parts or [part.key for part in parts_of(release) if part.usual]
    source = composing.source(release)
    note = released_note(release)
    blocks: list[Block] = []
    for key, table in _tables(release.tables):
        if key in chosen:
            table["note"] = note
            table["source"] = source
            blocks.append(table)
    return blocks


def released_note(release: Release) -> str:
    """Return when the figures were released, and what was done to them."""
    return _(
        "Released on %(day)s. Counts are to the nearest five; small ones are words."
    ) % {"day": day(issued_on(release))}


def _tables(tables: Tables) -> Iterator[tuple[str, Figures]]:
    """Yield every table of a release by its key."""
    for question in tables["questions"]:
        key = f"q:{question['key']}"
        yield key, question_table(question)
        for one in question["breakdowns"]:
            yield f"{key}/{one['by']}", broken_down(breakdown_figures(question, one))
    yield THEMES, themes_table(tables["themes"], tables["wrote"])
    for one in tables.get("theme_breakdowns", []):
        yield f"{THEMES}/{one['by']}", themes_broken_down(tables, one)


def question_table(question: QuestionTable) -> Figures:
    """Return how a closed question was answered."""
    rows = question["options"]
    columns, cells = _columns(rows)
    return {
        "kind": "figures",
        "title": question["prompt"],
        "question": question["prompt"],
        "note": "",
        "label": _("Answer"),
        "columns": columns,
        "base": told(question["answered"]),
        "language": BASE_LANGUAGE,
        "rows": [
            {
                "label": option_words(question, row),
                "told": said,
                "share": row["share"],
                "language": BASE_LANGUAGE,
            }
            for row, said in zip(rows, cells, strict=True)
        ],
    }


def themes_table(themes: list[ThemeRow], wrote: Figure) -> Figures:
    """Return what was said in their own words, those heard from few among them."""
    columns, cells = _columns(themes)
    return {
        "kind": "figures",
        "title": _("What young people told us in their own words"),
        "question": "",
        "note": "",
        "label": _("Theme"),
        "columns": columns,
        "base": told(wrote),
        "rows": [
            {
                "label": row["name"],
                "told": said,
                "share": row["share"],
                "note": row["sentence"],
                "language": BASE_LANGUAGE,
            }
            for row, said in zip(themes, cells, strict=True)
        ],
    }


def _columns(
    rows: list[OptionRow] | list[ThemeRow],
) -> tuple[list[str], list[list[Told]]]:
    """Return the columns, and each row's cells; no column of shares where none is told."""
    if all(row["percent"] is None for row in rows):
        return [_("How many")], [[told(row["count"])] for row in rows]
    unsaid = NOT_SHOWN.figure()
    return [_("How many"), _("Share")], [
        [told(row["count"]), told(row["percent"] or unsaid)] for row in rows
    ]


def themes_broken_down(tables: Tables, one: BreakdownTable) -> Figures:
    """Return the themes by one breakdown."""
    return broken_down(theme_breakdown_figures(tables["themes"], one))


def broken_down(table: FigureTable) -> Figures:
    """Return a breakdown as a table: a column for each group, no bars."""
    label, *columns = table.head
    return {
        "kind": "figures",
        "title": table.caption,
        "question": "",
        "note": "",
        "label": label,
        "columns": columns,
        "base": None,
        "rows": [
            {
                "label": row.label,
                "told": [told(figure) for figure in row.figures],
                "share": None,
            }
            for row in table.rows
        ],
    }

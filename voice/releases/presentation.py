"""Protected values and codes of releases in the language of the page."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypedDict

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import get_language_info, gettext_lazy
from django.utils.translation import gettext as _

from surveys.enums import Company, InvitationKind
from voice.council.queries.bands import band_called
from voice.releases.logic.gates import Gate
from voice.releases.logic.protected import Code, travelled
from voice.releases.logic.tables import (
    BreakdownTable,
    Figure,
    GroupRow,
    OptionRow,
    QuestionTable,
    Tables,
    ThemeRow,
)

WORDS: dict[str, str | Promise] = {
    Code.COUNT: "%(number)s",
    Code.FEWER_THAN: gettext_lazy("fewer than %(number)s"),
    Code.PERCENT: gettext_lazy("%(number)s%%"),
    Code.FEW: gettext_lazy("a few"),
    Code.SOME: gettext_lazy("some"),
    Code.ABOUT_HALF: gettext_lazy("about half"),
    Code.MOST: gettext_lazy("most"),
    Code.NEARLY_ALL: gettext_lazy("nearly all"),
    Code.SMALL_GROUP: gettext_lazy("a small number"),
    Code.NOT_SHOWN: gettext_lazy("not shown"),
}

GATES: dict[str, str | Promise] = {
    Gate.NO_ANSWERS: gettext_lazy("Nobody has finished this survey yet."),
    Gate.WAITING: gettext_lazy(
        "A release of this survey is waiting for its second signature. Sign or drop "
        "that one first."
    ),
    Gate.TOO_MANY: gettext_lazy(
        "This survey has had four releases. More would let people compare them and "
        "learn what one young person said."
    ),
    Gate.TOO_SOON: gettext_lazy("The last release is less than seven days old."),
    Gate.TOO_FEW_WHILE_OPEN: gettext_lazy(
        "Fewer than 30 young people have finished. Wait until it closes: then the "
        "results can be told in words."
    ),
    Gate.TOO_FEW_NEW: gettext_lazy(
        "Not enough young people have answered since the last release. With so few "
        "more, people could work out what one of them said."
    ),
    Gate.NOT_THE_SAME: gettext_lazy(
        "The last release was recalled, but people have seen it. A correction counts "
        "the very same answers, or at least twenty more: with a few more or fewer, "
        "people could work out what one of them said."
    ),
    Gate.UNREAD: gettext_lazy(
        "Some comments have not been read yet. Everything young people wrote is read "
        "before results are released."
    ),
}

BREAKDOWNS: dict[str, str | Promise] = {
    "age_band": gettext_lazy("By age"),
    "language": gettext_lazy("By language"),
    "company": gettext_lazy("By who was with them"),
    "way_in": gettext_lazy("By way in"),
}


def words_for(figure: Figure) -> str:
    """Return a protected value in the page's language; raises NotProtected for others."""
    told = travelled(figure)
    return str(WORDS[told.code]) % {"number": told.number}


def gate_sentence(gate: str) -> str:
    """Return why a gate is shut, in a sentence."""
    return str(GATES[gate])


def breakdown_words(table: BreakdownTable) -> str:
    """Return what a breakdown is called: “By age”, or the question it is made by."""
    if table["by"] in BREAKDOWNS:
        return str(BREAKDOWNS[table["by"]])
    return _("By “%(question)s”") % {"question": table["prompt"]}


def group_words(table: BreakdownTable, group: GroupRow) -> str:
    """Return what a group of a breakdown is called; merged ones are joined."""
    if "texts" in group:
        names = [text or _("no answer to this") for text in group["texts"]]
    else:
        name = _NAMES.get(table["by"], _band_name)
        names = [name(key) for key in group["keys"]]
    return _(" and ").join(names)


def _band_name(key: str) -> str:
    """Return an age band as people read it."""
    return band_called(key) if key else _("not said")


def _language_name(key: str) -> str:
    """Return a language's own name in the language of the page."""
    if key in dict(settings.LANGUAGES):
        return str(get_language_info(key)["name_translated"])
    return key or _("not said")


def _company_name(key: str) -> str:
    """Return who was with them, as far as they said."""
    return str(Company(key).label)


def _way_in_name(key: str) -> str:
    """Return a kind of way in."""
    return str(InvitationKind(key).label)


_NAMES: dict[str, Callable[[str], str]] = {
    "age_band": _band_name,
    "language": _language_name,
    "company": _company_name,
    "way_in": _way_in_name,
}


class ChartRow(TypedDict):
    """One bar, as components/chart.html draws it; no share means a soft edge."""

    label: str
    words: str
    share: int | None


def value_words(row: OptionRow | ThemeRow) -> str:
    """Return how a row's value is said: “30% · 45”, or words alone."""
    count = words_for(row["count"])
    if row["percent"] is None:
        return count
    return f"{words_for(row['percent'])} · {count}"


def option_rows(question: QuestionTable) -> list[ChartRow]:
    """Return a question's options as bars."""
    return [
        {
            "label": option_words(question, row),
            "words": value_words(row),
            "share": row["share"],
        }
        for row in question["options"]
    ]


def option_words(question: QuestionTable, row: OptionRow) -> str:
    """Return what an option is called; a scale's bands say their numbers too.

    Not beside words alone: those pages hold no digit.
    """
    if question["kind"] != "scale" or question["answered"]["code"] == "small_group":
        return row["text"]
    return f"{row['key'].replace('-', '–')}: {row['text']}"


def tells_nothing(question: QuestionTable) -> bool:
    """Say whether too few answered a question for any of it to be told."""
    return all(row["count"]["code"] == Code.NOT_SHOWN for row in question["options"])


def theme_rows(themes: Sequence[ThemeRow]) -> list[ChartRow]:
    """Return themes as bars."""
    return [
        {"label": row["name"], "words": value_words(row), "share": row["share"]}
        for row in themes
    ]


class CellTable(TypedDict):
    """A table of words, as components/table.html draws it."""

    caption: str
    head: list[str]
    rows: list[list[str]]


class FigureRow(NamedTuple):
    """What a row is called, and its protected values, a column each."""

    label: str
    figures: list[Figure]


class FigureTable(NamedTuple):
    """A table of protected values: what every page and every file is made of."""

    caption: str
    head: list[str]
    rows: list[FigureRow]


def in_words(table: FigureTable) -> CellTable:
    """Return a table of protected values in words."""
    return {
        "caption": table.caption,
        "head": table.head,
        "rows": [
            [row.label, *(words_for(figure) for figure in row.figures)]
            for row in table.rows
        ],
    }


def breakdown_cells(question: QuestionTable, table: BreakdownTable) -> CellTable:
    """Return one breakdown of a question in words."""
    return in_words(breakdown_figures(question, table))


def breakdown_figures(question: QuestionTable, table: BreakdownTable) -> FigureTable:
    """Return one breakdown: a row for each option, a column for each group."""
    groups = table["groups"]
    told = [
        {cell["option"]: cell["told"] for cell in group["cells"]} for group in groups
    ]
    return FigureTable(
        caption=f"{breakdown_words(table)}: {question['prompt']}",
        head=[_("Answer"), *(group_words(table, g) for g in groups)],
        rows=[
            FigureRow(_("How many answered"), [g["answered"] for g in groups]),
            *(
                FigureRow(
                    option_words(question, option),
                    [group[option["key"]] for group in told],
                )
                for option in question["options"]
            ),
        ],
    )


def theme_breakdown_cells(
    themes: Sequence[ThemeRow], table: BreakdownTable
) -> CellTable:
    """Return the themes by one breakdown in words."""
    return in_words(theme_breakdown_figures(themes, table))


def theme_breakdown_figures(
    themes: Sequence[ThemeRow], table: BreakdownTable
) -> FigureTable:
    """Return the themes by one breakdown: a row for each that is told by it."""
    groups = table["groups"]
    told = [
        {cell["option"]: cell["told"] for cell in group["cells"]} for group in groups
    ]
    return FigureTable(
        caption=_("%(breakdown)s: what young people told us")
        % {"breakdown": breakdown_words(table)},
        head=[_("Theme"), *(group_words(table, g) for g in groups)],
        rows=[
            FigureRow(_("How many wrote"), [g["answered"] for g in groups]),
            *(
                FigureRow(row["name"], [group[row["key"]] for group in told])
                for row in themes
                if all(row["key"] in group for group in told)
            ),
        ],
    )


def prompts_left_out(tables: Tables) -> list[str]:
    """Return the questions whose answers are in no theme, as they were asked."""
    keys = tables.get("themes_left_out", [])
    prompts = {row["key"]: row["prompt"] for row in tables["open_questions"]}
    return [prompts.get(key, key) for key in keys]


def ordinal_words(number: int) -> str:
    """Return what a release is called, without a digit while there are words for it.

    Dropped ones are numbered too, so there can be more than four.
    """
    names = (
        _("First release"),
        _("Second release"),
        _("Third release"),
        _("Fourth release"),
    )
    if number <= len(names):
        return names[number - 1]
    return _("Later release")

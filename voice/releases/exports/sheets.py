"""The tables of a release as sheets, made of its protected values alone."""

from collections.abc import Iterator, Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from surveys.enums import AnswerState
from voice.moderation.enums import WithholdReason
from voice.releases.logic.protected import Code
from voice.releases.logic.sheets import Cell, FigureCell, Sheet
from voice.releases.logic.tables import (
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
    option_words,
    ordinal_words,
    prompts_left_out,
    tells_nothing,
    theme_breakdown_figures,
    words_for,
)

NUMBERS = (Code.COUNT.value, Code.PERCENT.value)


def told(figure: Figure | None) -> Cell:
    """Return a protected value as a cell: a number only where it tells one."""
    if figure is None:
        return ""
    code = figure["code"]
    number = figure["number"] if code in NUMBERS else None
    return FigureCell(words_for(figure), number, is_percent=code == Code.PERCENT.value)


def sheets_of(release: Release) -> list[Sheet]:
    """Return every table of a release, in the language of the page.

    First what it is; no quotes: their words stay where they can be struck out.
    """
    tables: Tables = release.tables
    found = [_who(tables), *_themes(tables)]
    for question in tables["questions"]:
        found += _question(question, words_only=release.is_words_only)
    found += _apart(tables)
    return [_about(release, found), *found]


def _about(release: Release, sheets: Sequence[Sheet]) -> Sheet:
    """Return the first sheet: what the file is, and what is in it.

    Of a release in words alone no digit: no day, no number, no hash.
    """
    tables: Tables = release.tables
    rows = [
        (_("Survey"), tables["survey"]["title"]),
        (_("Consultation"), tables["consultation"]["title"]),
        (_("Release"), ordinal_words(release.number)),
        (_("Kind"), str(release.get_kind_display())),
    ]
    notes = [_("Made of what two people signed. It never changes.")]
    if not release.is_words_only:
        issued = release.issued_at
        rows += [
            (_("Issued"), date_format(issued, "j F Y") if issued else _("not issued")),
            (_("Hash of what was signed"), release.content_hash),
        ]
        notes += _rule(tables)
    rows += [(sheet.name, sheet.title) for sheet in sheets]
    return Sheet(
        name=_("About"),
        title=tables["survey"]["title"],
        head=(_("What"), _("It says")),
        rows=tuple(rows),
        notes=tuple(notes),
    )


def _rule(tables: Tables) -> list[str]:
    """Return how the numbers are protected."""
    return [
        _(
            "Numbers are protected (rule %(name)s): nothing under %(threshold)s is told, "
            "the rest to the nearest %(base)s. Totals may not add up."
        )
        % tables["rule"]
    ]


def _who(tables: Tables) -> Sheet:
    """Return who answered, of how many."""
    reach = tables["reach"]
    rows: list[tuple[Cell, ...]] = [(_("Answered"), told(reach["answered"]))]
    if tables["kind"] != "words_only":
        rows += [
            (_("Asked"), told(reach["asked"])),
            (_("Share who answered"), told(reach["share"])),
        ]
    rows.append((_("Who was asked"), reach["asked_who"]))
    rows.append((_("Who is missing"), reach["missing"]))
    return Sheet(
        name=_("Who answered"),
        title=_("Who answered"),
        head=(_("What"), _("It says")),
        rows=tuple(rows),
    )


def _themes(tables: Tables) -> Iterator[Sheet]:
    """Yield the themes, and each breakdown of them that is shown."""
    themes = tables["themes"]
    if not themes:
        return
    notes = []
    if tables["kind"] != "words_only":
        wrote = words_for(tables["wrote"])
        notes.append(
            _("Of about %(wrote)s who wrote in their own words") % {"wrote": wrote}
        )
    if tables["themes_not_named"]:
        notes.append(_("Themes that only a few spoke about are not named."))
    if "themes_in_words" in tables["notes"]:
        notes.append(
            _("One person found these themes, so how many said each is told in words.")
        )
    notes += [
        _("Not told as themes: “%(question)s”.") % {"question": prompt}
        for prompt in prompts_left_out(tables)
    ]
    head, rows = _values(themes)
    yield Sheet(
        name=_("Themes"),
        title=_("What young people told us"),
        head=(_("Theme"), _("What it means"), *head),
        rows=tuple(
            (theme["name"], theme["sentence"], *cells)
            for theme, cells in zip(themes, rows, strict=True)
        ),
        notes=tuple(notes),
    )
    for table in tables.get("theme_breakdowns", []):
        if table["groups"]:
            name = f"{_('Themes')} {table['by']}"
            yield _by(name, theme_breakdown_figures(themes, table))


def _values(
    rows: Sequence[OptionRow] | Sequence[ThemeRow],
) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Return what was told of each row, and its headings: no share where none is."""
    if all(row["percent"] is None for row in rows):
        return (_("How many"),), [(told(row["count"]),) for row in rows]
    return (
        (_("How many"), _("Share")),
        [(told(row["count"]), told(row["percent"])) for row in rows],
    )


def _question(question: QuestionTable, *, words_only: bool) -> Iterator[Sheet]:
    """Yield one closed question, and each breakdown of it that is shown."""
    notes = []
    if question["edition_differs"]:
        notes.append(
            _("An earlier edition offered other choices; those answers are not here.")
        )
    if tells_nothing(question):
        text = _("Too few young people answered this to tell what they said.")
        yield Sheet(
            question["key"], question["prompt"], (_("Answer"),), (), (text, *notes)
        )
        return
    head, values = _values(question["options"])
    empty = ("",) * (len(head) - 1)
    rows: list[tuple[Cell, ...]] = [
        (option_words(question, option), *cells)
        for option, cells in zip(question["options"], values, strict=True)
    ]
    if not words_only:
        rows.insert(0, (_("How many answered"), told(question["answered"]), *empty))
    rows += [
        (str(AnswerState(row["state"]).label), told(row["count"]), *empty)
        for row in question.get("apart", [])
    ]
    yield Sheet(
        name=question["key"],
        title=question["prompt"],
        head=(_("Answer"), *head),
        rows=tuple(rows),
        notes=tuple(notes),
    )
    for table in question["breakdowns"]:
        if table["groups"]:
            yield _by(
                f"{question['key']} {table['by']}", breakdown_figures(question, table)
            )


def _by(name: str, table: FigureTable) -> Sheet:
    """Return a breakdown as a sheet."""
    return Sheet(
        name=name,
        title=table.caption,
        head=tuple(table.head),
        rows=tuple(
            (row.label, *(told(figure) for figure in row.figures)) for row in table.rows
        ),
    )


def _apart(tables: Tables) -> Iterator[Sheet]:
    """Yield what was kept back, and what was set aside."""
    if tables.get("withheld"):
        yield Sheet(
            name=_("Kept back"),
            title=_("Comments that were kept back"),
            head=(_("Why"), _("How many")),
            rows=tuple(
                (str(WithholdReason(row["reason"]).label), told(row["count"]))
                for row in tables["withheld"]
            ),
        )
    if "set_aside" in tables:
        yield Sheet(
            name=_("Set aside"),
            title=_("Answers that were set aside"),
            head=(_("Why"), _("How many")),
            rows=((_("Hoaxes and duplicates"), told(tables["set_aside"])),),
        )

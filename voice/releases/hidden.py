"""What a release does not show, and why, in sentences for those who sign it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voice.releases.logic.protected import SHARES, Code
from voice.releases.logic.tables import BreakdownTable, Tables
from voice.releases.presentation import prompts_left_out

WORDED = frozenset({code.value for code in SHARES} - {Code.NEARLY_ALL.value})


def hidden_and_why(tables: Tables) -> list[str]:
    """Return a sentence for each kind of thing that is not shown; none when all is."""
    if tables["kind"] == "words_only":
        return [
            _(
                "Every number. Fewer than thirty young people answered, so everything is "
                "told in words, without groups and without a word about who was quoted."
            ),
            *_left_out(tables),
        ]
    return [
        *_cells(tables),
        *_breakdowns(tables),
        *_themes(tables),
        *_left_out(tables),
    ]


def _cells(tables: Tables) -> Iterator[str]:
    """Yield why single values are words."""
    codes = [
        option["count"]["code"]
        for question in tables["questions"]
        for option in question["options"]
    ]
    small = codes.count(Code.FEWER_THAN.value)
    if small:
        yield ngettext(
            "%(count)s answer chosen by fewer than ten. Nobody and nine look the same.",
            "%(count)s answers chosen by fewer than ten. Nobody and nine look the same.",
            small,
        ) % {"count": small}
    if Code.NEARLY_ALL.value in codes:
        yield _("How many “nearly all” is: the few who answered otherwise would show.")
    if WORDED & set(codes):
        yield _(
            "Some numbers of ten or more, told in words: beside the others they would "
            "give a small number away."
        )
    if any(question["edition_differs"] for question in tables["questions"]):
        yield _("Answers to an earlier edition that offered other choices.")


def _breakdowns(tables: Tables) -> Iterator[str]:
    """Yield why breakdowns are missing."""
    why = {
        table["why"]
        for question in tables["questions"]
        for table in question["breakdowns"]
    }
    if "too_small" in why:
        yield _("A breakdown with fewer than two groups of at least twenty.")
    if "derivable" in why:
        yield _(
            "A breakdown of some questions: beside the totals it would give small "
            "numbers away."
        )
    if any(
        group["answered"]["code"] == Code.NOT_SHOWN
        for table in _all_breakdowns(tables)
        for group in table["groups"]
    ):
        yield _(
            "How many are in a group that was put together: it would tell how few one "
            "part of it is."
        )
    if _derivable_themes(tables):
        yield _(
            "Some themes by group: beside the totals they would give small "
            "numbers away."
        )


def _all_breakdowns(tables: Tables) -> Iterator[BreakdownTable]:
    """Yield every breakdown, of questions and of themes."""
    for question in tables["questions"]:
        yield from question["breakdowns"]
    yield from tables.get("theme_breakdowns", [])


def _derivable_themes(tables: Tables) -> bool:
    """Say whether a theme that is told is missing from a breakdown that could be."""
    counted = {row["key"] for row in tables["themes"] if not row["heard_from_few"]}
    return any(
        table["why"] == "derivable"
        or any(
            counted - {cell["option"] for cell in group["cells"]}
            for group in table["groups"]
        )
        for table in tables.get("theme_breakdowns", [])
        if counted
    )


def _left_out(tables: Tables) -> Iterator[str]:
    """Yield which questions are in no theme."""
    for prompt in prompts_left_out(tables):
        yield _(
            "Themes of what was said to “%(question)s”. Two people who read it apart "
            "heard too different things."
        ) % {"question": prompt}


def _themes(tables: Tables) -> Iterator[str]:
    """Yield why some themes are not named, or told in words."""
    if "themes_in_words" in tables["notes"]:
        yield _(
            "How many said each theme. One person alone tagged some of what was written. "
            "Themes have numbers once a second person has coded a sample and agrees."
        )
    if tables["themes_not_named"]:
        yield _(
            "Themes that fewer than ten young people spoke about, unless the codebook "
            "keeps them as heard from few."
        )

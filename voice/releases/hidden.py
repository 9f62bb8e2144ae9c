"""What a release does not show, and why, in sentences for those who sign it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voice.releases.logic.protected import SHARES, Code
from voice.releases.logic.tables import BreakdownTable, Figure, Tables
from voice.releases.presentation import prompts_left_out, tells_nothing

WORDED = frozenset({code.value for code in SHARES} - {Code.NEARLY_ALL.value})


def hidden_and_why(tables: Tables) -> list[str]:
    """Return a sentence for each kind of thing that is not shown; none when all is."""
    if tables["kind"] == "words_only":
        return [
            _(
                "Every number. Fewer than thirty young people answered, so everything is "
                "told in words, without groups and without a word about who was quoted."
            ),
            *_untold(tables),
            *_unnamed_in_words(tables),
            *_left_out(tables),
        ]
    return [
        *_around(tables),
        *_untold(tables),
        *_cells(tables),
        *_breakdowns(tables),
        *_themes(tables),
        *_left_out(tables),
    ]


def _is_hidden(figure: Figure) -> bool:
    """Say whether a value is no number."""
    return figure["code"] not in {Code.COUNT, Code.PERCENT}


def _around(tables: Tables) -> Iterator[str]:
    """Yield why the numbers around the answers are words: reach, apart, kept back."""
    reach = tables["reach"]
    if any(_is_hidden(reach[part]) for part in ("answered", "asked", "share")):
        yield _(
            "How many answered, of how many, or what share: too few to say exactly."
        )
    if _is_hidden(tables["wrote"]):
        yield _("How many wrote in their own words: fewer than ten.")
    apart = [
        row["count"] for one in tables["questions"] for row in one.get("apart", [])
    ]
    if any(map(_is_hidden, apart)):
        yield _(
            "How many were not sure, or would rather not say, where they were fewer "
            "than ten, or would tell of others."
        )
    if any(_is_hidden(row["count"]) for row in tables.get("withheld", [])):
        yield _(
            "How many comments were kept back for a reason, where they were fewer "
            "than ten. None and nine look the same."
        )
    aside = tables.get("set_aside")
    if aside is not None and _is_hidden(aside):
        yield _("How many answers were set aside as hoaxes: fewer than ten.")


def _untold(tables: Tables) -> Iterator[str]:
    """Yield which questions nothing is told of."""
    for question in tables["questions"]:
        if question["options"] and tells_nothing(question):
            yield _(
                "All of “%(question)s”: too few answered it, or what can be told of it "
                "would give somebody away."
            ) % {"question": question["prompt"]}


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
    in_groups = {
        cell["told"]["code"]
        for table in _all_breakdowns(tables)
        for group in table["groups"]
        for cell in group["cells"]
    }
    if (WORDED | {Code.FEWER_THAN.value, Code.NEARLY_ALL.value}) & in_groups:
        yield _("Shares within groups told in words: exact ones would show a few.")
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
    for name in [row["name"] for row in tables["themes"] if row["heard_from_few"]]:
        yield _(
            "How many said “%(theme)s”: the codebook keeps it as heard from few."
        ) % {"theme": name}
    if tables["themes_not_named"]:
        yield _(
            "Themes that fewer than ten young people spoke about, unless the codebook "
            "keeps them as heard from few."
        )


def _unnamed_in_words(tables: Tables) -> Iterator[str]:
    """Yield why some themes are not named where all is told in words."""
    if tables["themes_not_named"]:
        yield _(
            "Themes that only a few young people spoke about, unless the codebook keeps "
            "them as heard from few."
        )

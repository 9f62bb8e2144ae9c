"""Filters that say protected values in the language of the page."""

from collections.abc import Sequence

from django import template

from surveys.enums import AnswerState
from voice.moderation.enums import WithholdReason
from voice.releases import presentation
from voice.releases.logic.tables import (
    BreakdownTable,
    Figure,
    OpenQuestion,
    QuestionTable,
    Tables,
    ThemeRow,
)

register = template.Library()


@register.filter
def told(figure: Figure) -> str:
    """Return a protected value in words; only protected values have any."""
    return presentation.words_for(figure)


@register.filter
def option_rows(question: QuestionTable) -> list[presentation.ChartRow]:
    """Return the options of a question as bars."""
    return presentation.option_rows(question)


@register.filter
def tells_nothing(question: QuestionTable) -> bool:
    """Say whether nothing of a question can be told."""
    return presentation.tells_nothing(question)


@register.filter
def theme_rows(themes: Sequence[ThemeRow]) -> list[presentation.ChartRow]:
    """Return themes as bars."""
    return presentation.theme_rows(themes)


@register.filter
def breakdown_of(
    question: QuestionTable, table: BreakdownTable
) -> presentation.CellTable:
    """Return one breakdown of a question as a table of words."""
    return presentation.breakdown_cells(question, table)


@register.filter
def theme_breakdown_of(
    themes: Sequence[ThemeRow], table: BreakdownTable
) -> presentation.CellTable:
    """Return the themes by one breakdown as a table of words."""
    return presentation.theme_breakdown_cells(themes, table)


@register.filter
def left_out(tables: Tables) -> list[str]:
    """Return the questions whose answers are in no theme, as they were asked."""
    return presentation.prompts_left_out(tables)


@register.filter
def withhold_reason(reason: str) -> str:
    """Return why comments were kept back."""
    return str(WithholdReason(reason).label)


@register.filter
def prompt_of(questions: Sequence[OpenQuestion], key: str) -> str:
    """Return the question a quote answers."""
    return next((one["prompt"] for one in questions if one["key"] == key), "")


@register.filter
def ordinal_word(number: int) -> str:
    """Return “First release” and so on: a survey has four at most, without a digit."""
    return presentation.ordinal_words(number)


@register.filter
def apart_words(state: str) -> str:
    """Return what was said instead of an answer."""
    return str(AnswerState(state).label)

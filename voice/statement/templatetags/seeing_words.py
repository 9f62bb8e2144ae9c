"""Says what releases tell of themes in the words of the page."""

from collections.abc import Sequence

from django import template

from voice.releases import presentation as releases
from voice.releases.logic.tables import BreakdownTable, ThemeRow
from voice.releases.presentation import ChartRow, value_words
from voice.statement import presentation
from voice.statement.queries.released_themes import Round, RoundBefore
from voice.statement.queries.seen_theme import Grouped

register = template.Library()


@register.filter
def round_words(one: Round | RoundBefore) -> str:
    """Return what a round is called."""
    return presentation.round_words(one)


@register.filter
def round_rows(rounds: Sequence[Round | RoundBefore]) -> list[ChartRow]:
    """Return rounds as bars."""
    return presentation.round_rows(rounds)


@register.filter
def growth_words(rounds: Sequence[Round | RoundBefore]) -> list[str]:
    """Return what rounds say one beside the next."""
    return presentation.growth_words(rounds)


@register.filter
def breakdown_words(table: BreakdownTable) -> str:
    """Return what a breakdown is called."""
    return releases.breakdown_words(table)


@register.filter
def group_rows(grouped: Grouped) -> list[ChartRow]:
    """Return groups as bars."""
    return presentation.group_rows(grouped)


@register.filter
def groups_in_words(grouped: Grouped) -> str:
    """Return whether any two groups differ."""
    return presentation.groups_in_words(grouped)


@register.filter
def heard_words(row: ThemeRow) -> str:
    """Return how often a theme was heard, as its release tells it."""
    return value_words(row)

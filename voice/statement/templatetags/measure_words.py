"""Says what a measure reads, with its unit, and whether it nears its goal."""

from typing import NamedTuple

from django import template
from django.utils.translation import gettext as _

from voice.statement.logic.measured import with_unit
from voice.statement.logic.trend import Movement, Trend, trend_of
from voice.statement.models import Measure
from voice.statement.templatetags.statement_words import day

register = template.Library()


class TrendRow(NamedTuple):
    """One row of the table beneath a trend: when, and what was read."""

    label: str
    words: str


@register.filter
def trend(measure: Measure) -> Trend:
    """Return the chart of a measure, of its readings as they were prefetched."""
    readings = [(one.on, one.value) for one in measure.readings.all()][::-1]
    return trend_of(measure.baseline, readings, measure.target, measure.direction)


@register.filter
def measured(value: str, measure: Measure) -> str:
    """Return a value of a measure with its unit."""
    return with_unit(value, measure.unit)


@register.filter
def movement_words(measure: Measure) -> str:
    """Return what the newest reading says beside start and goal; empty if unread."""
    return {
        Movement.REACHED: _("The goal is reached."),
        Movement.BETTER: _("Better than at the start, not at the goal yet."),
        Movement.SAME: _("As it was at the start."),
        Movement.WORSE: _("Worse than at the start."),
        Movement.UNREAD: _("Not read since the start."),
        Movement.NOT_NUMBERS: "",
    }[trend(measure).movement]


@register.filter
def trend_rows(measure: Measure) -> list[TrendRow]:
    """Return a measure's readings as rows of a table, from its start to its goal."""
    start = TrendRow(_("Start"), with_unit(measure.baseline, measure.unit))
    goal = TrendRow(_("Goal"), with_unit(measure.target, measure.unit))
    read = [
        TrendRow(day(one.on), with_unit(one.value, measure.unit))
        for one in reversed(measure.readings.all())
    ]
    return [start, *read, goal]


@register.filter
def trend_id(measure: Measure) -> str:
    """Return the id its chart has on a page."""
    return f"measure-{measure.pk}"

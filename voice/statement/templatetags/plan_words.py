"""Says what a frozen plan holds in the words of the page."""

from django import template
from django.utils.translation import gettext as _

from voice.statement.comparing_words import day_words, source_words
from voice.statement.enums import ActionStatus
from voice.statement.importing_words import direction_words
from voice.statement.logic.plan import PlanAction, PlanMeasure, PlanSource

register = template.Library()

register.filter("iso_day", day_words)


@register.filter
def plan_source(source: PlanSource) -> str:
    """Return where an area comes from."""
    return source_words(source)


@register.filter
def plan_status(action: PlanAction) -> str:
    """Return how an action stood."""
    return str(ActionStatus(action["status"]).label)


@register.filter
def plan_direction(measure: PlanMeasure) -> str:
    """Return which way a measure gets better; empty in versions that do not say it."""
    return direction_words(measure.get("direction", "")).lower()


@register.filter
def plan_dates(action: PlanAction) -> str:
    """Return from when to when an action goes."""
    start, due = day_words(action["starts_on"]), day_words(action["due_on"])
    if start and due:
        return _("%(start)s to %(due)s") % {"start": start, "due": due}
    if due:
        return _("Due %(date)s") % {"date": due}
    if start:
        return _("From %(start)s, ongoing") % {"start": start}
    return _("Ongoing")

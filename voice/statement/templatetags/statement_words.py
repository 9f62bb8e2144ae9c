"""Says statuses, dates and frozen figures in the words of the page."""

from collections.abc import Mapping
from datetime import date

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voice.releases.logic.tables import Figure, Reach
from voice.releases.presentation import (
    ChartRow,
    option_rows,
    theme_rows,
    words_for,
)
from voice.statement.enums import ActionPart, ActionStatus
from voice.statement.models import Action, ActionChange
from voice.statement.queries.chain import Told

register = template.Library()

KINDS = {
    ActionStatus.NOT_STARTED: "not_started",
    ActionStatus.RED: "bad",
    ActionStatus.AMBER: "warning",
    ActionStatus.GREEN: "good",
    ActionStatus.COMPLETE: "done",
    ActionStatus.MAKING_A_DIFFERENCE: "proud",
}


@register.filter
def status_kind(status: str) -> str:
    """Return the kind of status tag (its shape and colour) for an action's status."""
    return KINDS[ActionStatus(status)]


@register.filter
def status_label(status: str) -> str:
    """Return a status in words."""
    return str(ActionStatus(status).label)


@register.filter
def at[Found](found: Mapping[int, Found], pk: int) -> Found | None:
    """Return what a mapping holds under a key; None for nothing."""
    return found.get(pk)


@register.filter
def changed(change: ActionChange, when: str) -> str:
    """Return what a part of an action said `before` or `after` a change, in words."""
    said = change.after if when == "after" else change.before
    if not said:
        return _("none")
    dates = {ActionPart.DUE_ON, ActionPart.STARTS_ON}
    return day(said) if change.part in dates else said


@register.filter
def due_words(action: Action, on: date) -> str:
    """Return when an action is due, as people say it on the day `on`."""
    if action.is_withdrawn:
        return ""
    if action.due_on is None:
        return _("Ongoing")
    if action.is_done and action.due_on < on:
        return _("Was due %(date)s") % {"date": day(action.due_on)}
    late = action.days_late(on)
    if late:
        return ngettext("%(days)s day late", "%(days)s days late", late) % {
            "days": late
        }
    if action.due_on == on:
        return _("Due today")
    return _("Due %(date)s") % {"date": day(action.due_on)}


@register.filter
def told(figure: Figure | None) -> str:
    """Return a protected figure in the language of the page; empty for none."""
    return words_for(figure) if figure else ""


@register.filter
def day(moment: date | str) -> str:
    """Return a date, or an ISO date that was frozen, as people write it."""
    if isinstance(moment, str):
        moment = date.fromisoformat(moment)
    return date_format(moment, "j F Y")


@register.filter
def told_rows(told: Told) -> list[ChartRow]:
    """Return what one release tells of a question: its options, or the themes."""
    if told.question is not None:
        return option_rows(told.question)
    return theme_rows(told.themes)


@register.filter
def reach_words(reach: Reach) -> str:
    """Return how many answered of how many could, as a lay reader understands it."""
    if reach["asked"]["code"] == "not_shown" and reach["answered"]["code"] == "count":
        # Of an earlier round nobody may know any more how many were asked.
        return _("About %(answered)s answered.") % {
            "answered": words_for(reach["answered"])
        }
    if reach["asked"]["code"] != "count":
        return _("A small number answered, so only words are told.")
    return _("About %(answered)s of %(asked)s answered.") % {
        "answered": words_for(reach["answered"]),
        "asked": words_for(reach["asked"]),
    }


@register.filter
def apart(words: object) -> str:
    """Return words that keep their own direction within a translated sentence.

    Between the marks of UAX 9 (first strong isolate), as <bdi> does between tags.
    """
    return f"\u2068{words}\u2069"

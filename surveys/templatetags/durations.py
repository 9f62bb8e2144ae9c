"""Says how long something is kept in the language of the page."""

from django import template
from django.utils.translation import ngettext

from surveys.logic.durations import DAYS, MONTHS, WEEKS, said

register = template.Library()


@register.filter
def days_said(days: int) -> str:
    """Return a number of days as people say it: “2 years”, “90 days”."""
    number, unit = said(days)
    if unit == DAYS:
        words = ngettext("%(number)s day", "%(number)s days", number)
    elif unit == WEEKS:
        words = ngettext("%(number)s week", "%(number)s weeks", number)
    elif unit == MONTHS:
        words = ngettext("%(number)s month", "%(number)s months", number)
    else:
        words = ngettext("%(number)s year", "%(number)s years", number)
    return words % {"number": number}

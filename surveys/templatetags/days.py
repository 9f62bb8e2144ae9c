"""Says days in the order and the grammar of the page's language."""

from datetime import date

from django import template
from django.utils.formats import date_format

register = template.Library()


@register.filter(expects_localtime=True)
def weekday_and_day(day: date) -> str:
    """Return the weekday and the day: “Thursday 4 June”, „Czwartek 4 czerwca”."""
    return f"{date_format(day, 'l')} {date_format(day, 'MONTH_DAY_FORMAT')}"

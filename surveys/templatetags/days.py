"""Says days and hours in the order and the grammar of the page's language."""

from datetime import date, datetime, time

from django import template
from django.utils.formats import date_format

from voice import hours

register = template.Library()


@register.filter(expects_localtime=True)
def weekday_and_day(day: date) -> str:
    """Return the weekday and the day: “Thursday 4 June”, „Czwartek 4 czerwca”."""
    return f"{date_format(day, 'l')} {date_format(day, 'MONTH_DAY_FORMAT')}"


@register.filter(expects_localtime=True)
def hour(at: datetime | time | None) -> str:
    """Return the hour as people write it, “4pm”, „16:00”; nothing for no moment."""
    return hours.hour(at) if at else ""


@register.filter(expects_localtime=True)
def day_and_hour(at: datetime | None, day: str = "DATE_FORMAT") -> str:
    """Return the day (in the format `day`) and the hour; nothing for no moment."""
    return hours.day_and_hour(at, day) if at else ""

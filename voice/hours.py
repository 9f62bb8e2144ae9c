"""How an hour is written where people read it: 4pm, 16:00, as their language has it.

English follows the style guide of GOV.UK (“Dates and times”): 4pm and 4:30pm, midday,
midnight. Urdu and Panjabi follow CLDR's short times, whose halves Django's catalogues
name wrongly (14:00 would be an evening). Other languages write what their formats say.
Files for machines (calendars, tables, the audit's seconds) keep their own way.
"""

from datetime import datetime, time

from django.utils import timezone
from django.utils.formats import date_format, time_format
from django.utils.translation import get_language

HALVES = {"en": ("am", "pm"), "ur": (" AM", " PM"), "pa": (" ਪੂ.ਦੁ.", " ਬਾ.ਦੁ.")}
NAMED = {("en", 0): "midnight", ("en", 12): "midday"}
COMMAS = {"ur": "، "}


def hour(at: datetime | time) -> str:
    """Return the hour of `at` in the language being spoken; here, if it knows its zone."""
    at = _here(at) if isinstance(at, datetime) else at
    language = _language()
    if language not in HALVES:
        return time_format(at)
    if not at.minute and (language, at.hour) in NAMED:
        return NAMED[language, at.hour]
    minutes = f":{at.minute:02}" if at.minute or language != "en" else ""
    return f"{at.hour % 12 or 12}{minutes}{HALVES[language][at.hour // 12]}"


def day_and_hour(at: datetime, day: str = "DATE_FORMAT") -> str:
    """Return the day of `at` (in the format `day`) and its hour: 14 March 2026, 4pm."""
    said = date_format(_here(at), day)
    return f"{said}{COMMAS.get(_language(), ', ')}{hour(at)}"


def _here(at: datetime) -> datetime:
    """Return a moment of a known zone as clocks show it here; any other as it is."""
    return timezone.localtime(at) if timezone.is_aware(at) else at


def _language() -> str:
    """Return the language being spoken, without its country."""
    return (get_language() or "en").partition("-")[0]

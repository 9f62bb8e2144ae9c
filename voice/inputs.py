"""What boxes to type into share in every room: days, hours, and words in a language."""

from django import forms
from django.conf import settings


def day_input() -> forms.DateInput:
    """Return a box for a date, with the browser's own calendar."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def hour_input() -> forms.TimeInput:
    """Return a box for an hour and its minutes, with the browser's own clock."""
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


def direction_of(language: str) -> str:
    """Return which way a language is written, as HTML names it: ltr or rtl."""
    return "rtl" if language in settings.LANGUAGES_BIDI else "ltr"


def in_language(language: str) -> dict[str, str]:
    """Return the attributes of a box for words in `language`."""
    return {"lang": language, "dir": direction_of(language)}

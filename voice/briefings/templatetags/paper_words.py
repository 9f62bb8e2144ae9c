"""Says a frozen paper's languages and dates where it is set."""

from unicodedata import bidirectional

from django import template

from voice.briefings.logic.paper import Paper, Source, has_easy_read
from voice.briefings.papers.said import address_of
from voice.inputs import direction_of

register = template.Library()


@register.filter
def direction(language: str) -> str:
    """Return which way a language runs: ltr or rtl."""
    return direction_of(language)


@register.filter
def runs(text: str) -> str:
    """Return which way `text` runs, by its first letter: for names in any language."""
    strong = (bidirectional(letter) for letter in text)
    first = next((kind for kind in strong if kind in {"L", "R", "AL"}), "L")
    return "ltr" if first == "L" else "rtl"


@register.filter
def address(source: Source) -> str:
    """Return where the board walks on from a source of a paper."""
    return address_of(source)


@register.filter
def is_easy_too(paper: Paper) -> bool:
    """Say whether something of a paper is written in easy read."""
    return has_easy_read(paper)


@register.filter
def bar(share: int | None) -> str:
    """Return the class that draws a row's bar: soft where the row is told in words."""
    return "share-soft" if share is None else f"share-{share}"

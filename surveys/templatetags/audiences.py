"""Filters that say whom a survey asked."""

from django import template

from surveys import audience_words
from surveys.audience import Audience

register = template.Library()


@register.filter
def said_by(audience: str | None) -> str:
    """Return who said a quote when it was no young person; empty when it was."""
    return audience_words.said_by(audience or "")


@register.filter
def told_apart(audience: str | None) -> str:
    """Return that figures are not young people's; empty when they are."""
    return audience_words.told_apart(audience or "")


@register.filter
def audience_called(audience: str | None) -> str:
    """Return what an audience is called; nothing said means young people."""
    return str(Audience(audience or Audience.YOUNG_PEOPLE).label)

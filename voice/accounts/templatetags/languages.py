"""Says languages as people call them."""

from django import template

from voice.accounts.enums import ReadingLanguage

register = template.Library()


@register.filter
def language_said(code: str) -> str:
    """Return a language by its name in the language of the page; its code if unknown."""
    return str(ReadingLanguage(code).label) if code in ReadingLanguage.values else code

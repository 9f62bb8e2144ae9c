"""What public pages name in their heads."""

from django import template
from django.urls import reverse
from django.utils.translation import get_language

from cms.sheet import sheet_name
from surveys.views.chosen import start_in
from voice.council.enums import BASE_LANGUAGE

register = template.Library()


@register.simple_tag
def public_sheet() -> str:
    """Return the address of the public site's style sheet."""
    return reverse("cms:sheet", args=[sheet_name()])


@register.simple_tag
def start_here(token: str) -> str:
    """Return the address of an open link, in the language of the page that leads there.

    The phone's own language would decide otherwise, and may be another.
    """
    return start_in(token, get_language() or BASE_LANGUAGE)

"""What public pages name in their heads."""

from django import template
from django.urls import reverse

from cms.sheet import sheet_name

register = template.Library()


@register.simple_tag
def public_sheet() -> str:
    """Return the address of the public site's style sheet."""
    return reverse("cms:sheet", args=[sheet_name()])

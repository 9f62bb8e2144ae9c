"""The words the site begins with; a web editor changes them in the admin."""

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

ABOUT = _("Who asks, and who reads it")


def about_body() -> list[tuple[str, str]]:
    """Return the blocks of the first “about” page, in the active language."""
    return [("text", render_to_string("cms/first_words/about.html"))]

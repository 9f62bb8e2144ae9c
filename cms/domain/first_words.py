"""The words the site begins with; a web editor changes them in the admin."""

from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

ABOUT = _("Who asks, and who reads it")


def about_body() -> str:
    """Return the text of the first “about” page, in the active language."""
    return render_to_string("cms/first_words/about.html")

"""What every page knows of the council."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language_bidi

from voice.council.models import Council, HelpLine


def council(request: HttpRequest) -> dict[str, object]:
    """Return the council, its help lines and the writing direction; all lazy."""
    return {
        "council": SimpleLazyObject(lambda: Council.objects.first() or Council()),
        "help_lines": SimpleLazyObject(lambda: list(HelpLine.objects.all())),
        "direction": "rtl" if get_language_bidi() else "ltr",
    }

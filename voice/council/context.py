"""What every page knows of the council."""

from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language_bidi

from voice.accounts.models import User
from voice.council.models import Council
from voice.council.queries.help_lines import help_lines
from voice.council.queries.watch import Watch, watch


def council(request: HttpRequest) -> dict[str, object]:
    """Return the council, its help lines, what is loud on the desk; all lazy."""
    return {
        "council": SimpleLazyObject(
            lambda: Council.objects.select_related("logo").first() or Council()
        ),
        "help_lines": SimpleLazyObject(help_lines),
        "desk_watch": SimpleLazyObject(lambda: _watch(request)),
        "direction": "rtl" if get_language_bidi() else "ltr",
    }


def _watch(request: HttpRequest) -> Watch | None:
    """Return what is loud on the desk of whoever asks; nothing for strangers."""
    user = getattr(request, "user", None)
    return watch(user, now=timezone.now()) if isinstance(user, User) else None

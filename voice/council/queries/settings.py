"""Reads what the council has set."""

from voice.council.models import Council


def council_settings() -> Council:
    """Return the one council with its duty manager; the defaults in a new house."""
    return Council.objects.select_related("duty_manager").first() or Council()

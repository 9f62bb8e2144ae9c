"""What meetings agreed, as it comes back to the board."""

from datetime import date

from django.db.models import F, Q, QuerySet

from voice.briefings.enums import DecisionState
from voice.briefings.models import Decision, Meeting
from voice.statement.models import KeyTheme


def decisions_in_full() -> QuerySet[Decision]:
    """Return decisions with their meeting and key theme; one query."""
    return Decision.objects.select_related("meeting", "key_theme")


def decisions_back(
    last: Meeting | None, *, on: date, of: KeyTheme | None = None
) -> list[Decision]:
    """Return what comes back: all that the last meeting agreed, and what is still open.

    The latest first, then what is open, then what has ended. `of` are those of one key
    theme alone. One query.
    """
    found = decisions_in_full().filter(
        Q(meeting=last) | Q(state=DecisionState.OPEN), meeting__on__lte=on
    )
    if of is not None:
        found = found.filter(key_theme=of)
    return sorted(
        found.order_by("due_on", "id"),
        key=lambda one: (-one.days_late(on), not one.is_open),
    )


def decisions_made() -> QuerySet[Decision]:
    """Return everything that was ever agreed, the newest meeting first; one query."""
    return decisions_in_full().order_by(F("meeting__on").desc(), "due_on", "id")

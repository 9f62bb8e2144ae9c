"""When a key theme counts as unheard; pure."""

from datetime import date, timedelta

# Six months without newer evidence from children is a gap (issue of the board).
GAP = timedelta(days=183)


def is_gap(last_on: date | None, on: date) -> bool:
    """Say whether nothing was heard from children in the six months before `on`."""
    return last_on is None or last_on < on - GAP

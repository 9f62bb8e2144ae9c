"""When an action's next update is due, counted in whole weeks from the last."""

from datetime import date, timedelta


def update_due_on(last: date, *, weeks: int) -> date:
    """Return the day by which the next update is due, after one on the day `last`."""
    return last + timedelta(weeks=weeks)

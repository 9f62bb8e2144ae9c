"""How long a concern is kept once it is decided; pure."""

from datetime import date

CONTACT_MONTHS = 12


def words_until(decided_on: date, *, years: int) -> date:
    """Return the last day the words of a concern are kept: `years` after the decision."""
    return _months_later(decided_on, 12 * years)


def contact_until(decided_on: date, *, was_referred: bool, words: date) -> date:
    """Return the last day the contact details are kept.

    Twelve months after the decision (issue 3), or as long as the `words` when
    somebody outside was told; never longer than the words.
    """
    if was_referred:
        return words
    return min(_months_later(decided_on, CONTACT_MONTHS), words)


def _months_later(day: date, months: int) -> date:
    """Return the same day of the month, or the month's last day where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    raise AssertionError("Every month has 28 days.")

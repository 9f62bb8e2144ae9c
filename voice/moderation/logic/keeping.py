"""How long a concern is kept once it is decided; pure."""

from datetime import date, timedelta


def words_until(decided_on: date, *, years: int) -> date:
    """Return the last day the words of a concern are kept: `years` after the decision."""
    try:
        return decided_on.replace(year=decided_on.year + years)
    except ValueError:  # the 29th of February
        return date(decided_on.year + years, 2, 28)


def contact_until(
    decided_on: date, *, closes_on: date, days: int, was_referred: bool, words: date
) -> date:
    """Return the last day the contact details are kept.

    What young people were told: `days` after the survey closes, twelve months unless
    it says otherwise; never before the decision. As long as the `words` when
    somebody outside was told, and never longer than those.
    """
    if was_referred:
        return words
    return min(max(closes_on + timedelta(days=days), decided_on), words)

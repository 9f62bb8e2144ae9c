"""From which share on a theme must be answered."""

from django.conf import settings

# Shares are told to the nearest 5, so less says nothing; over a quarter would leave
# out what many said.
LOWEST, HIGHEST = 5, 25


class ShareOutOfRange(ValueError):
    """The share asked for would answer nothing, or leave out what many said."""


def answered_from() -> int:
    """Return from how many percent on a theme is answered; raises ShareOutOfRange."""
    share: int = settings.REPLY_ANSWERS_PERCENT
    if not LOWEST <= share <= HIGHEST:
        raise ShareOutOfRange(
            f"REPLY_ANSWERS_PERCENT is {share}: it must be {LOWEST} to {HIGHEST}."
        )
    return share

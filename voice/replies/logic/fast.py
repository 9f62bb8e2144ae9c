"""Fast: how long young people have waited for their answer; pure.

Lundy's third F.
"""

import re
from dataclasses import dataclass
from datetime import date

SORRY = re.compile(
    r"\bsorry\b|\bapologi[sz]e\b|معذرت|افسوس|معافی|شرمندہ|przeprasza|przykro",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Waited:
    """Days since it closed, and days past (or, below 0, before) the day promised."""

    since_closing: int
    past_promised: int

    @property
    def is_late(self) -> bool:
        """Say whether the day promised has passed."""
        return self.past_promised > 0


def waited(*, closed_on: date, promised_on: date, on: date) -> Waited:
    """Return how long whoever answered has waited on the day `on`."""
    return Waited(max((on - closed_on).days, 0), (on - promised_on).days)


def says_sorry(text: str) -> bool:
    """Say whether `text` says sorry, in English, Urdu or Polish."""
    return SORRY.search(text) is not None

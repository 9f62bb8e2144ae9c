"""How often two readers come to the same, and how much of that is chance; pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

# Under this many pairs kappa swings with each one, and is not told.
ENOUGH_FOR_KAPPA = 20


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many of how many pairs agree; `kappa` is None when it says nothing."""

    agreed: int
    pairs: int
    kappa: float | None

    @property
    def percent(self) -> int:
        """Return the share that agrees, in whole percent; 0 of no pairs."""
        return round(100 * self.agreed / self.pairs) if self.pairs else 0


def agreement(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """Return the agreement of (first, second) decisions.

    Kappa as Cohen defined it (Educational and Psychological Measurement 20, 1960):
    (observed - expected) / (1 - expected), the expected share from what each of
    the two came to how often. None under twenty pairs, and when chance alone would
    agree always.
    """
    count = len(pairs)
    agreed = sum(first == second for first, second in pairs)
    if count < ENOUGH_FOR_KAPPA:
        return Agreement(agreed, count, None)
    firsts = Counter(first for first, _ in pairs)
    seconds = Counter(second for _, second in pairs)
    by_chance = sum(firsts[key] * seconds[key] for key in firsts) / count**2
    if by_chance == 1:
        return Agreement(agreed, count, None)
    kappa = (agreed / count - by_chance) / (1 - by_chance)
    return Agreement(agreed, count, round(kappa, 2))

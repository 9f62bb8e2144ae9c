"""How far a number is coarsened before anybody else sees it.

The rule is the Office for National Statistics' 10/5: nothing under 10 is told, the
rest to the nearest 5. The figures below were measured in SECURITY.md section 9.
"""

from dataclasses import dataclass

LOWEST_THRESHOLD = 10
LOWEST_BASE = 5
# Percentages, and any figures at all, ask for this many answers.
FIGURES_FROM = 30
# A group smaller than this is merged with its neighbour in the declared order.
SMALLEST_GROUP = 20
# Fewer answers to a question than this are not told even in words.
SMALLEST_IN_WORDS = 5
# 2: a question asked after some answers only is told without a base that is too near.
# 3: nor is it broken down where that base is too near in one of the groups.
RULE_VERSION = 3


class RuleTooWeak(ValueError):
    """The threshold or base asked for protects less than the floor."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Counts under `threshold` are not told; others are told to the nearest `base`.

    Raises RuleTooWeak under the floor, or when the base does not divide the
    threshold (a lone number would then round to a figure of its own).
    """

    threshold: int = LOWEST_THRESHOLD
    base: int = LOWEST_BASE

    def __post_init__(self) -> None:
        if self.threshold < LOWEST_THRESHOLD or self.base < LOWEST_BASE:
            raise RuleTooWeak("Numbers are protected by 10/5 at the least.")
        if self.threshold % self.base:
            raise RuleTooWeak("The base must divide the threshold.")

    @property
    def name(self) -> str:
        """Return how the rule is known, for example “10/5”."""
        return f"{self.threshold}/{self.base}"

    def rounded(self, number: int) -> int:
        """Return `number` to the nearest base, halves upwards."""
        return (2 * number + self.base) // (2 * self.base) * self.base

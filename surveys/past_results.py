"""Where the sizes of past results come from: protected, from issued releases alone.

Releases lie above surveys and are the only numbers that go further than the people who
run a survey; their app registers how the sizes are read.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PastResult:
    """How many answered one question, as an issued release tells it, in words."""

    answered: str
    issued_on: date


Results = Mapping[tuple[int, str], PastResult]
Read = Callable[[Collection[int]], Results]
Released = Callable[[], Collection[int]]
_read: list[Read] = []
_released: list[Released] = []


def register(*, read: Read, released: Released) -> None:
    """Have `read` give results by survey and question key, of some surveys.

    `released` gives the ids of surveys with an issued release.
    """
    _read[:], _released[:] = [read], [released]


def past_results(surveys: Collection[int]) -> dict[tuple[int, str], PastResult]:
    """Return what issued releases tell of how many answered, by survey id and key."""
    found: dict[tuple[int, str], PastResult] = {}
    for read in _read:
        found |= read(surveys)
    return found


def released_surveys() -> set[int]:
    """Return the ids of the surveys that have an issued release."""
    return {survey for released in _released for survey in released()}

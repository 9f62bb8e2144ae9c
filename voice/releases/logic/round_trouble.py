"""What may be wrong with a file of an earlier round, row by row."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

MOST_TOLD = 50


class Trouble(StrEnum):
    """Why a row, or the whole file, cannot be taken."""

    NOT_OURS = "not_ours"
    OTHER_SURVEY = "other_survey"
    NOTHING = "nothing"
    UNKNOWN_KEY = "unknown_key"
    TWICE = "twice"
    NOT_A_NUMBER = "not_a_number"
    PERCENT = "percent"
    HIDDEN = "hidden"
    FORMULA = "formula"
    TOO_BIG = "too_big"
    MISSING = "missing"
    NO_TOTAL = "no_total"
    DOES_NOT_ADD_UP = "does_not_add_up"
    MORE_THAN_ANSWERED = "more_than_answered"
    FEWER_THAN_ANSWERED = "fewer_than_answered"
    MORE_THAN_ALL = "more_than_all"
    MORE_THAN_WROTE = "more_than_wrote"
    NO_SUCH_ANSWER = "no_such_answer"


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong in one row, counted as spreadsheets count; 0 for the whole file.

    `said` is what stands there, `other` what it should agree with.
    """

    row: int
    trouble: Trouble
    said: str = ""
    other: str = ""


class BadRound(ValueError):
    """The file cannot be taken; `errors` are in the order of its rows."""

    def __init__(self, errors: Sequence[RowError]) -> None:
        super().__init__(f"{len(errors)} errors")
        self.errors = sorted(errors, key=lambda one: one.row)

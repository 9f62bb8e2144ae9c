"""When a survey may be released; see DESIGN.md section 6."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from voice.releases.logic.rule import FIGURES_FROM

NEW_ANSWERS = 20
NEW_PERCENT = 20
MOST_RELEASES = 4
DAYS_APART = 7


class Gate(StrEnum):
    """Why a survey may not be released now."""

    NO_ANSWERS = "no_answers"
    WAITING = "waiting"
    TOO_MANY = "too_many"
    TOO_SOON = "too_soon"
    TOO_FEW_WHILE_OPEN = "too_few_while_open"
    TOO_FEW_NEW = "too_few_new"
    NOT_THE_SAME = "not_the_same"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the gates look at.

    `last_counted` is how many answers the last issued release held; `waiting` says
    that a release waits for its second signature; `unread` counts comments of
    finished responses nobody has read. `recalled` says that the last one was taken
    back, and `same_answers` that it counted the very answers that count now.
    """

    counted: int
    closed: bool
    today: date
    releases: int = 0
    last_counted: int | None = None
    last_issued_on: date | None = None
    waiting: bool = False
    unread: int = 0
    recalled: bool = False
    same_answers: bool = False

    @property
    def corrects(self) -> bool:
        """Say whether the next release tells the very same answers anew.

        That is no further look at anybody: nobody is in one and not in the other.
        """
        return self.recalled and self.same_answers


def _enough_new(standing: Standing) -> bool:
    """Say whether so many answered since that no one child shows in the difference.

    Also asked at close: a last release one child larger would tell that child's
    answers. At close the 20 % is not asked.
    """
    if standing.last_counted is None:
        return True
    new = standing.counted - standing.last_counted
    if new < NEW_ANSWERS:
        return False
    return standing.closed or 100 * new >= NEW_PERCENT * standing.last_counted


def shut_gates(standing: Standing) -> list[Gate]:
    """Return every gate that is shut, in the order people should hear of them.

    A recalled release was seen, so it counts as one; only what corrects it with the
    very same answers need not wait, nor have new ones.
    """
    last = standing.last_issued_on
    soon = last is not None and standing.today < last + timedelta(days=DAYS_APART)
    again = standing.corrects
    too_few = not again and not _enough_new(standing)
    shut = {
        Gate.NO_ANSWERS: standing.counted == 0,
        Gate.WAITING: standing.waiting,
        Gate.TOO_MANY: not again and standing.releases >= MOST_RELEASES,
        Gate.TOO_SOON: not again and soon,
        Gate.TOO_FEW_WHILE_OPEN: 0 < standing.counted < FIGURES_FROM
        and not standing.closed,
        Gate.TOO_FEW_NEW: too_few and not standing.recalled,
        Gate.NOT_THE_SAME: too_few and standing.recalled,
        Gate.UNREAD: standing.unread > 0,
    }
    return [gate for gate, is_shut in shut.items() if is_shut]


def is_words_only(counted: int) -> bool:
    """Say whether so few answered that only words may be told."""
    return counted < FIGURES_FROM

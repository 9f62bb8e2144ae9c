"""Whether readers have the time for the comments a survey will bring; pure.

    comments = answers x share who write, for each question answered in own words
    hours needed = comments x minutes a comment / 60
    hours there are = readers' hours a week x weeks from opening until all is read

The shares and minutes are settings of the council, judged until it has figures of its
own. A question that is asked of some age bands brings their part of the answers.
"""

from dataclasses import dataclass
from datetime import date

from surveys.enums import QuestionKind
from surveys.logic.compiling import bands_asked
from surveys.logic.drafts import Draft

DAYS_A_WEEK = 7
MINUTES_AN_HOUR = 60
HUNDRED = 100


@dataclass(frozen=True)
class Reckoning:
    """How many comments are expected, and the hours they need and readers have."""

    answers: int
    comments: int
    hours_needed: float
    hours_there: float

    @property
    def fits(self) -> bool:
        """Say whether there is time for all of them."""
        return self.hours_needed <= self.hours_there


def expected_answers(said: int | None, *, asked: int, answering_share: int) -> int:
    """Return how many answer: what the survey says, or a share of those asked."""
    return asked * answering_share // HUNDRED if said is None else said


def expected_comments(draft: Draft, *, answers: int, writing_share: int) -> int:
    """Return how many comments `answers` bring: so many of a hundred at each question."""
    shares = sum(
        len(bands_asked(draft, question) if question.age_bands else draft.age_bands)
        for question in draft.questions
        if question.kind in QuestionKind.told()
    )
    bands = len(draft.age_bands) or 1
    return -(-answers * writing_share * shares // (HUNDRED * bands))


def weeks_to_read(opens: date, until: date) -> float:
    """Return how many weeks readers have, both days included; one at the least."""
    return max(((until - opens).days + 1) / DAYS_A_WEEK, 1)


def reckon(
    *, answers: int, comments: int, minutes: int, hours_a_week: int, weeks: float
) -> Reckoning:
    """Return whether there is time: see the module for how it is reckoned."""
    return Reckoning(
        answers=answers,
        comments=comments,
        hours_needed=round(comments * minutes / MINUTES_AN_HOUR, 1),
        hours_there=round(hours_a_week * weeks, 1),
    )

"""What changed from one edition to the next, and what that does to trends; pure.

Numbers are joined across editions by the question's key, where kind and options are
the same (DESIGN.md section 5); `are_alike` is that rule, for releases too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from surveys.logic.asked import asked_in, base_words, is_counted
from surveys.logic.changes import (
    Change,
    Difference,
    changes_of_question,
    changes_of_survey,
)
from surveys.logic.definition import Definition, QuestionDefinition


class Trend(Enum):
    """What becomes of a question's numbers over time."""

    NOT_COUNTED = "not counted"
    BEGINS = "begins"
    ENDS = "ends"
    JOINED = "joined"
    BROKEN = "broken"


class Why(Enum):
    """Why a trend is broken, or what to mind though it is joined."""

    KIND = "kind"
    OPTIONS = "options"
    ASKED_BEFORE = "asked before"
    WORDS = "words"
    WHO = "who"
    CHOOSING = "choosing"
    WAYS_OUT = "ways out"


# What to mind about numbers that are joined all the same.
MIND = {
    Change.REWORDED: Why.WORDS,
    Change.PICTURE: Why.WORDS,
    Change.ASKED_OF: Why.WHO,
    Change.SHOWN_WHEN: Why.WHO,
    Change.MOST: Why.CHOOSING,
    Change.OTHER_ALONE: Why.CHOOSING,
    Change.WAYS_OUT: Why.WAYS_OUT,
}


@dataclass(frozen=True)
class QuestionDifference:
    """All that is other about one question, and what that does to its trend."""

    key: str
    kind: str
    prompt: str
    differences: tuple[Difference, ...]
    trend: Trend
    why: tuple[Why, ...] = ()

    @property
    def is_added(self) -> bool:
        """Say whether the edition before did not ask it."""
        return self.differences[0].change is Change.ADDED

    @property
    def is_removed(self) -> bool:
        """Say whether the later edition asks it no more."""
        return self.differences[0].change is Change.REMOVED


@dataclass(frozen=True)
class Comparison:
    """What is other about the survey itself, and about each of its questions."""

    survey: tuple[Difference, ...]
    questions: tuple[QuestionDifference, ...]

    @property
    def is_empty(self) -> bool:
        """Say whether nothing changed that young people could notice."""
        return not self.survey and not self.questions

    def with_trend(self, trend: Trend) -> int:
        """Return how many changed questions have this trend."""
        return sum(question.trend is trend for question in self.questions)

    @property
    def added(self) -> int:
        """Return how many questions were added."""
        return sum(question.is_added for question in self.questions)

    @property
    def removed(self) -> int:
        """Return how many questions were taken out."""
        return sum(question.is_removed for question in self.questions)

    @property
    def changed(self) -> int:
        """Return how many questions are in both, and other than before."""
        return len(self.questions) - self.added - self.removed


def are_alike(one: QuestionDefinition, other: QuestionDefinition) -> bool:
    """Say whether the numbers of one question in two editions are joined.

    Kind and options must be the same; the order of options may differ.
    """
    return one["kind"] == other["kind"] and set(one["options"]) == set(other["options"])


def differences(
    before: Definition, after: Definition, *, earlier: Sequence[Definition] = ()
) -> Comparison:
    """Return what is other in `after`, in its order; questions taken out come last.

    `earlier` are editions before `before`: a question that comes back joins the
    numbers of those that asked it alike.
    """
    was = {question["key"]: question for question in before["questions"]}
    now = {question["key"]: question for question in after["questions"]}
    found = []
    for key, question in now.items():
        if key not in was:
            found.append(_added(after, question, earlier))
        elif changes := tuple(changes_of_question(was[key], question)):
            found.append(_changed(after, was[key], question, changes))
    found += [_removed(before, q) for key, q in was.items() if key not in now]
    return Comparison(tuple(changes_of_survey(before, after)), tuple(found))


def _added(
    after: Definition, question: QuestionDefinition, earlier: Sequence[Definition]
) -> QuestionDifference:
    """Return a question that the edition before did not ask."""
    found = (asked_in(definition, question["key"]) for definition in earlier)
    asked = [other for other in found if other is not None]
    trend, why = Trend.BEGINS, [Why.ASKED_BEFORE] if asked else []
    if any(are_alike(other, question) for other in asked):
        trend = Trend.JOINED
    elif asked:
        trend, why = Trend.BROKEN, _broken_by(asked[0], question)
    return QuestionDifference(
        key=question["key"],
        kind=question["kind"],
        prompt=base_words(after, question)["prompt"],
        differences=(Difference(Change.ADDED),),
        trend=trend if is_counted(question) else Trend.NOT_COUNTED,
        why=tuple(why) if is_counted(question) else (),
    )


def _removed(before: Definition, question: QuestionDefinition) -> QuestionDifference:
    """Return a question that is asked no more."""
    return QuestionDifference(
        key=question["key"],
        kind=question["kind"],
        prompt=base_words(before, question)["prompt"],
        differences=(Difference(Change.REMOVED),),
        trend=Trend.ENDS if is_counted(question) else Trend.NOT_COUNTED,
    )


def _changed(
    after: Definition,
    was: QuestionDefinition,
    now: QuestionDefinition,
    changes: tuple[Difference, ...],
) -> QuestionDifference:
    """Return a question both editions ask, with what its changes do to its trend."""
    trend, why = Trend.NOT_COUNTED, list[Why]()
    if not are_alike(was, now) and (is_counted(was) or is_counted(now)):
        trend, why = Trend.BROKEN, _broken_by(was, now)
    elif is_counted(now):
        trend = Trend.JOINED
        minded = (MIND[one.change] for one in changes if one.change in MIND)
        why = list(dict.fromkeys(minded))
    return QuestionDifference(
        key=now["key"],
        kind=now["kind"],
        prompt=base_words(after, now)["prompt"],
        differences=changes,
        trend=trend,
        why=tuple(why),
    )


def _broken_by(was: QuestionDefinition, now: QuestionDefinition) -> list[Why]:
    """Return why two editions' numbers cannot be joined."""
    return [Why.KIND] if was["kind"] != now["kind"] else [Why.OPTIONS]

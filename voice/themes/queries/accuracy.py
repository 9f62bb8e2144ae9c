"""Reads of how right the machine is, beside how far two people agree."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from surveys.models import Question
from voice.themes.logic.accuracy import ENOUGH
from voice.themes.logic.agreement import Interval, f1_interval, response_f1
from voice.themes.models import Theme, Training
from voice.themes.queries.agreement import double_codings_of, newest_complete
from voice.themes.queries.learning import newest_training, unaided_comments


@dataclass(frozen=True, slots=True)
class TwoPeople:
    """How far people who coded the same comments apart heard the same: F1."""

    comments: int
    f1: float
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class HowRight:
    """What is known of the machine for one question.

    `accuracy` is voice.themes.logic.accuracy.Accuracy, or empty while fewer than
    `needed` comments were tagged without help; `unaided` says how many were.
    """

    training: Training | None
    accuracy: Mapping[str, Any]
    unaided: int
    needed: int
    people: TwoPeople | None


def how_right(question: Question) -> HowRight:
    """Return what is known of how right the machine is about a question."""
    training = newest_training(question)
    return HowRight(
        training=training,
        accuracy=training.accuracy if training else {},
        unaided=len(unaided_comments(question)),
        needed=ENOUGH,
        people=two_people(question),
    )


def two_people(question: Question) -> TwoPeople | None:
    """Return how far two people agreed, in the newest whole double coding."""
    newest = newest_complete(double_codings_of(question))
    figure = response_f1(newest.units) if newest else None
    if newest is None or figure is None:
        return None
    return TwoPeople(len(newest.comments), figure, f1_interval(newest.units))


def names_of(themes: Mapping[str, Any]) -> dict[str, str]:
    """Return the names of the themes of an accuracy, by their ids as text."""
    rows = Theme.objects.filter(pk__in=[int(pk) for pk in themes]).order_by()
    return {str(pk): name for pk, name in rows.values_list("pk", "name")}

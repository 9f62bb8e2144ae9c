"""What young people say of a promise, and whether officers say the same; pure.

Everything is read from protected figures. A thing is only said where it would hold for
the least favourable of the true numbers that are told alike, and beyond chance
(docs/decisions/0036).
"""

import hashlib
from collections.abc import Sequence
from enum import StrEnum
from typing import NotRequired, TypedDict

from voice.releases.logic.canonical import canonical
from voice.releases.logic.differences import Compared, Share, beside_half
from voice.releases.logic.protected import Code
from voice.releases.logic.tables import (
    Figure,
    OptionRow,
    QuestionTable,
    Reach,
    RuleNote,
    Tables,
)
from voice.replies.logic.asking_back import KEPT, KEPT_OPTIONS, YES

FORMAT = 1


class Frozen(TypedDict):
    """A verdict as it stood; voice.replies.models.Verdict.frozen holds it.

    `rated` is what officers said of the promise on the day it was made; `issued_on`
    is an ISO date. `then` is who answered before the promise was made, as the reply's
    release told it, and `asked_then` the question that was asked again, as it was told
    then; absent where there is none.
    """

    format: int
    promise: str
    rated: str
    rule: RuleNote
    kept: QuestionTable
    difference: NotRequired[QuestionTable]
    reach: Reach
    then: NotRequired[Reach]
    then_on: NotRequired[str]
    asked_then: NotRequired[QuestionTable]
    asked_now: NotRequired[QuestionTable]
    release_kind: str
    release_number: int
    release_hash: str
    issued_on: str


class Said(StrEnum):
    """What may be said that young people say of a promise."""

    KEPT = "kept"
    NOT_KEPT = "not_kept"
    TOO_CLOSE = "too_close"
    NOT_TOLD = "not_told"


def hash_of(frozen: Frozen) -> str:
    """Return the SHA-256 of a verdict, so that a byte changed is a byte seen."""
    return hashlib.sha256(canonical(frozen).encode()).hexdigest()


def question_told(tables: Tables, key: str) -> QuestionTable | None:
    """Return the question called `key` as a release tells it, or None."""
    return next((one for one in tables["questions"] if one["key"] == key), None)


def kept_told(tables: Tables) -> QuestionTable | None:
    """Return “Did we keep it?” as a release tells it; None unless it was asked so."""
    found = question_told(tables, KEPT)
    if found is None:
        return None
    keys = tuple(option["key"] for option in found["options"])
    return found if keys == KEPT_OPTIONS else None


def row_of(question: QuestionTable, option: str) -> OptionRow:
    """Return what a question tells of one option."""
    return next(row for row in question["options"] if row["key"] == option)


def said_of(frozen: Frozen) -> Said:
    """Return what young people say of the promise.

    Kept: surely more than half of all who took part say yes. Not kept: surely fewer
    than half of those with a view do. In words alone only the two extremes count, which
    one young person more or less never decides.
    """
    question, yes = frozen["kept"], row_of(frozen["kept"], YES)["count"]
    told = [row["count"]["code"] for row in question["options"]]
    if all(code == Code.NOT_SHOWN for code in told):
        return Said.NOT_TOLD
    if frozen["release_kind"] != "figures":
        return _EXTREMES.get(yes["code"], Said.TOO_CLOSE)
    rule = frozen["rule"]
    if beside_half(span(yes, frozen["reach"]["answered"], rule)) == Compared.MORE:
        return Said.KEPT
    if beside_half(span(yes, question["answered"], rule)) == Compared.FEWER:
        return Said.NOT_KEPT
    return Said.TOO_CLOSE


_EXTREMES: dict[str, Said] = {
    Code.FEW: Said.NOT_KEPT,
    Code.NEARLY_ALL: Said.KEPT,
}


def span(count: Figure, base: Figure, rule: RuleNote) -> Share | None:
    """Return the shares that a count told of a base can stand for; None for most words.

    “Fewer than 10” is none to nine, and “nearly all” leaves fewer than ten, whichever
    way the base was rounded.
    """
    of = base["number"] if base["code"] == Code.COUNT else None
    if of is None:
        return None
    off = rule["base"] // 2
    fewest, most = max(of - off, 1), of + off
    bounds = _bounds(count, fewest, most, rule)
    if bounds is None:
        return None
    low, high = bounds
    return Share(max(low, 0) / most, min(high / fewest, 1.0), fewest)


def _bounds(
    count: Figure, fewest: int, most: int, rule: RuleNote
) -> tuple[int, int] | None:
    """Return the fewest and most that a figure can stand for, or None."""
    number, off = count["number"], rule["base"] // 2
    if count["code"] == Code.COUNT and number is not None:
        return number - off, number + off
    if count["code"] == Code.FEWER_THAN and number is not None:
        return 0, number - 1
    if count["code"] == Code.NEARLY_ALL:
        return fewest - rule["threshold"] + 1, most
    return None


def agree(said: Said, rating: str) -> bool | None:
    """Say whether officers, who rate a promise `rating`, say what young people say.

    `rating` is a PromiseState. None where either has not said, or nothing can be.
    """
    if rating not in SETTLED or said not in {Said.KEPT, Said.NOT_KEPT}:
        return None
    return (rating == SETTLED[0]) == (said == Said.KEPT)


# PromiseState's values: kept, and the two that are not.
SETTLED: Sequence[str] = ("kept", "broken", "changed")

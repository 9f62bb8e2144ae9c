"""The closed answers of one response as a few bytes, so that many are counted at once.

A layout says where each closed question of an edition stands. Its first byte is a code:
0 when it was not asked, an option's place from 1 (of options put in order, the one put
first; on a scale, the number plus 1), `SOME` for a question of several choices, or
one of `STATES`. Several choices follow it, a bit an option.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from surveys.enums import AnswerState, QuestionKind
from surveys.logic.answers import SCALE
from surveys.logic.definition import QuestionDefinition

SOME = 1
STATES = {
    AnswerState.SKIPPED.value: 253,
    AnswerState.NOT_SURE.value: 254,
    AnswerState.NOT_SAID.value: 255,
}
MOST_OPTIONS = 250
Answers = Mapping[str, Mapping[str, Any]]


class CannotPack(ValueError):
    """A question has more options than a byte can name."""


@dataclass(frozen=True, slots=True)
class Field:
    """Where one question stands: its first byte, and its options in their order."""

    key: str
    kind: str
    start: int
    options: tuple[str, ...]

    @property
    def is_several(self) -> bool:
        """Say whether several options may be chosen, each a bit."""
        return self.kind == QuestionKind.SEVERAL

    @property
    def size(self) -> int:
        """Return how many bytes it takes."""
        return 1 + (len(self.options) + 7) // 8 if self.is_several else 1


def layout_of(questions: Sequence[QuestionDefinition]) -> tuple[Field, ...]:
    """Return where each closed question stands. Raises CannotPack."""
    closed = [one for one in questions if one["kind"] in QuestionKind.closed()]
    loose = [Field(one["key"], one["kind"], 0, _options(one)) for one in closed]
    for field in loose:
        if len(field.options) > MOST_OPTIONS:
            raise CannotPack(field.key)
    starts = accumulate((field.size for field in loose), initial=0)
    return tuple(
        Field(field.key, field.kind, start, field.options)
        for field, start in zip(loose, starts, strict=False)
    )


def _options(question: QuestionDefinition) -> tuple[str, ...]:
    """Return what can be chosen, as text; the numbers of a scale."""
    if question["kind"] == QuestionKind.SCALE:
        return tuple(str(number) for number in SCALE)
    return tuple(question["options"])


def width_of(layout: Sequence[Field]) -> int:
    """Return how many bytes one response takes."""
    return layout[-1].start + layout[-1].size if layout else 0


class Packer:
    """Packs the answers to one edition."""

    def __init__(self, layout: Sequence[Field]) -> None:
        """Look up each option's place once."""
        self._width = width_of(layout)
        self._fields = [
            (field, {key: place for place, key in enumerate(field.options)})
            for field in layout
        ]

    def pack(self, answers: Answers) -> bytes:
        """Return the closed answers of one response; what no option names counts as
        not asked, as it does wherever answers are counted."""
        packed = bytearray(self._width)
        for field, places in self._fields:
            answer = answers.get(field.key)
            if answer is None:
                continue
            state = answer.get("state")
            if state == AnswerState.ANSWERED:
                self._put(packed, field, places, answer.get("value"))
            else:
                packed[field.start] = STATES.get(str(state), 0)
        return bytes(packed)

    @staticmethod
    def _put(
        packed: bytearray, field: Field, places: Mapping[str, int], value: object
    ) -> None:
        """Write what was chosen."""
        values = value if isinstance(value, list) else [value]
        known = [places[str(one)] for one in values if str(one) in places]
        if not known:
            return
        if not field.is_several:
            packed[field.start] = known[0] + 1
            return
        packed[field.start] = SOME
        for place in known:
            packed[field.start + 1 + place // 8] |= 1 << place % 8

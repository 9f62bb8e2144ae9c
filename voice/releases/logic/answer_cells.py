"""The answers of one response as cells of a table, quickly; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from surveys.enums import AnswerState, QuestionKind
from surveys.logic.definition import QuestionDefinition
from surveys.logic.packing import SOME, STATES, Field
from voice.themes.logic.csv_cells import neutral

TOGETHER = "; "
NEEDS_QUOTES = frozenset(',"\r\n')


def csv_cell(words: str) -> str:
    """Return words as a cell of CSV that no spreadsheet works out (RFC 4180)."""
    cell = neutral(words)
    if NEEDS_QUOTES.isdisjoint(cell):
        return cell
    return '"' + cell.replace('"', '""') + '"'


class PackedCells(dict[bytes, str]):
    """What each answer to one question says, by its packed bytes; filled as they come."""

    def __init__(
        self, field: Field, texts: Mapping[str, str], states: Mapping[str, str]
    ) -> None:
        """Take what options and states are called."""
        super().__init__({b"": ""})
        self._field = field
        self._texts = [texts.get(option, option) for option in field.options]
        self._states = {code: states[state] for state, code in STATES.items()}

    def __missing__(self, packed: bytes) -> str:
        """Return what these bytes say, and remember it."""
        cell = self[packed] = csv_cell(self._said(packed))
        return cell

    def _said(self, packed: bytes) -> str:
        """Return the words: nothing when it was not asked."""
        code = packed[0]
        if code == 0:
            return ""
        if code in self._states:
            return self._states[code]
        if not self._field.is_several:
            return self._texts[code - 1]
        if code != SOME:
            return ""
        return TOGETHER.join(
            text
            for place, text in enumerate(self._texts)
            if packed[1 + place // 8] >> place % 8 & 1
        )


@dataclass(frozen=True, slots=True)
class Cut:
    """From where to where a question stands in the packed bytes, and what they say."""

    start: int
    end: int
    cells: PackedCells


@dataclass(frozen=True, slots=True)
class Shape:
    """How the answers to one edition become the columns of a table.

    `cuts` has a place for each column; an edition without its question cuts nothing.
    `orders` are columns of options put in order, which the packed bytes do not hold:
    the question's key, and what its options are called.
    """

    cuts: Sequence[Cut]
    orders: Mapping[int, tuple[str, Mapping[str, str]]]

    @property
    def needs_answers(self) -> bool:
        """Say whether the packed bytes are not enough."""
        return bool(self.orders)

    def cells(self, packed: bytes, answers: Mapping[str, Any]) -> list[str]:
        """Return the cells of one response."""
        cells = [one.cells[packed[one.start : one.end]] for one in self.cuts]
        for place, (key, texts) in self.orders.items():
            answer = answers.get(key, {})
            if answer.get("state") == AnswerState.ANSWERED:
                chosen = [texts.get(one, one) for one in answer["value"]]
                cells[place] = csv_cell(TOGETHER.join(chosen))
        return cells


def shape_of(
    columns: Sequence[str],
    layout: Sequence[Field],
    questions: Mapping[str, QuestionDefinition],
    texts: Mapping[str, Mapping[str, str]],
    states: Mapping[str, str],
) -> Shape:
    """Return the shape of one edition: `columns` are keys of closed questions.

    `texts` are what the options of each question are called, `states` what is said
    instead of an answer.
    """
    fields = {field.key: field for field in layout}
    cuts, orders = [], {}
    for place, key in enumerate(columns):
        field = fields.get(key)
        if field is None:
            cuts.append(Cut(0, 0, PackedCells(_nothing(key), {}, states)))
            continue
        cells = PackedCells(field, texts[key], states)
        cuts.append(Cut(field.start, field.start + field.size, cells))
        if questions[key]["kind"] == QuestionKind.ORDER:
            orders[place] = (key, texts[key])
    return Shape(tuple(cuts), orders)


def _nothing(key: str) -> Field:
    """Return the place of a question that an edition does not ask."""
    return Field(key, "", 0, ())

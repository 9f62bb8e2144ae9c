"""Which true counts a told value can stand for: the makers are run, not described."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from voice.releases.logic.attack import Bounds
from voice.releases.logic.cells import told_cell
from voice.releases.logic.protected import (
    Code,
    Protected,
    protect_count,
    protect_count_in_words,
    protect_share,
)
from voice.releases.logic.rule import Rule
from voice.releases.logic.tables import Figure, RuleNote

# More bases than this are looked at by their ends alone.
MOST_BASES = 60
# How many places of a wide base are looked at before a word is given up.
STEPS = 400


class Unreadable(ValueError):
    """A told value that no count leads to: whatever it says, it was not protected."""


class Dialect(StrEnum):
    """How a value was made: a question's own row, a group's share, or words alone."""

    TOTALS = "totals"
    SHARES = "shares"
    WORDS = "words"
    THEMES = "themes"
    COUNTS = "counts"


@dataclass(frozen=True, slots=True)
class RuleAsTold(Rule):
    """The rule a release says it was made by, however weak."""

    def __post_init__(self) -> None:
        """Take any: what protects too little is exactly what an intruder looks for."""


def rule_of(note: RuleNote) -> Rule:
    """Return the rule of a release."""
    return RuleAsTold(note["threshold"], note["base"])


Spelt = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads told values of one release as somebody does who knows how they are made."""

    rule: Rule
    _found: dict[tuple[Spelt, int, Dialect], Bounds | None] = field(
        default_factory=dict
    )

    def count(self, figure: Figure) -> Bounds:
        """Return what a count by itself can stand for; raises Unreadable."""
        number = figure["number"]
        if figure["code"] == Code.FEWER_THAN and number is not None:
            return Bounds(0, number - 1)
        if figure["code"] != Code.COUNT or number is None:
            raise Unreadable(figure["code"])
        if number % self.rule.base:
            return Bounds(number, number)
        low = number - self.rule.base // 2
        return Bounds(
            max(low, min(self.rule.threshold, number)),
            number + (self.rule.base - 1) // 2,
        )

    def cell(self, figure: Figure, of: Bounds, dialect: Dialect) -> Bounds:
        """Return the counts of `of` people that are told so; raises Unreadable."""
        if figure["code"] == Code.NOT_SHOWN:
            return Bounds(0, of.high)
        if of.high - of.low > MOST_BASES:
            bases = {of.low, of.high}
        else:
            bases = set(range(of.low, of.high + 1))
        told = (figure["code"], figure["number"])
        found = [self._of_base(told, base, dialect) for base in sorted(bases)]
        ends = [bounds for bounds in found if bounds is not None]
        if ends:
            return Bounds(min(one.low for one in ends), max(one.high for one in ends))
        if figure["code"] in {Code.COUNT, Code.FEWER_THAN}:
            return self.count(figure).both(Bounds(0, of.high))
        raise Unreadable(figure["code"])

    def _of_base(self, told: Spelt, of: int, dialect: Dialect) -> Bounds | None:
        """Return the counts over one base that are told so; None when there are none."""
        key = (told, of, dialect)
        if key not in self._found:
            self._found[key] = _ends(
                lambda count: told in self._spelt(count, of, dialect),
                _first_guesses(told, of),
                of,
            )
        return self._found[key]

    def _spelt(self, count: int, of: int, dialect: Dialect) -> set[Spelt]:
        """Return every way in which one count may have been told."""
        if dialect == Dialect.COUNTS:
            both = protect_count, protect_count_in_words
            return {_spelling(protect(count, self.rule)) for protect in both}
        if dialect == Dialect.THEMES:
            return {_spelling(protect_share(count, of))}
        if dialect == Dialect.WORDS:
            return {
                _spelling(protect_share(count, of, coarse=coarse))
                for coarse in (False, True)
            }
        cells = [
            told_cell(count, of, self.rule, blurred=blurred)
            for blurred in (False, True)
        ]
        if dialect == Dialect.TOTALS:
            return {_spelling(cell.count) for cell in cells}
        return {_spelling(cell.percent or cell.count) for cell in cells}


def _spelling(value: Protected) -> Spelt:
    """Return a protected value as it is compared."""
    return value.code.value, value.number


def _first_guesses(told: Spelt, of: int) -> list[int]:
    """Return counts that may well be told so, the likeliest first."""
    code, number = told
    near: list[int] = []
    if code == Code.COUNT and number is not None:
        near = [number]
    elif code == Code.PERCENT and number is not None:
        middle, width = number * of // 100, 4 + of // 25
        near = sorted(range(middle - width, middle + width), key=_far_from(middle))
    step = max(1, of // STEPS)
    guesses = [0, of, *near, *range(0, of + 1, step)]
    return [guess for guess in guesses if 0 <= guess <= of]


def _far_from(middle: int) -> Callable[[int], int]:
    """Return how far a number is from `middle`, as a sort key."""
    return lambda number: abs(number - middle)


def _ends(
    is_told_so: Callable[[int], bool], guesses: list[int], of: int
) -> Bounds | None:
    """Return the first and the last count that are told so: they lie side by side."""
    start = next((guess for guess in guesses if is_told_so(guess)), None)
    if start is None:
        return None
    return Bounds(_last(is_told_so, start, -1), _last(is_told_so, start, of + 1))


def _last(is_told_so: Callable[[int], bool], inside: int, outside: int) -> int:
    """Return the last count towards `outside` that is told so, by halving."""
    while abs(outside - inside) > 1:
        middle = (inside + outside) // 2
        if is_told_so(middle):
            inside = middle
        else:
            outside = middle
    return inside

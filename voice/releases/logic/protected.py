"""The only maker of a number that others see."""

from dataclasses import dataclass, field
from enum import StrEnum

from voice.releases.logic.rule import (
    FIGURES_FROM,
    LOWEST_BASE,
    LOWEST_THRESHOLD,
    SMALLEST_IN_WORDS,
    Rule,
)
from voice.releases.logic.tables import Figure


class Code(StrEnum):
    """What a protected value says; a page finds the words for it."""

    COUNT = "count"
    FEWER_THAN = "fewer_than"
    PERCENT = "percent"
    FEW = "few"
    SOME = "some"
    ABOUT_HALF = "about_half"
    MOST = "most"
    NEARLY_ALL = "nearly_all"
    SMALL_GROUP = "small_group"
    NOT_SHOWN = "not_shown"


NUMBERED = frozenset({Code.COUNT, Code.FEWER_THAN, Code.PERCENT})
# From 95 it is nearly all.
HIGHEST_PERCENT = 90
SHARES = (Code.FEW, Code.SOME, Code.ABOUT_HALF, Code.MOST, Code.NEARLY_ALL)
# The coarser tongue: used when five words would tell too much of a small group.

ENGLISH = {
    Code.COUNT: "{number}",
    Code.FEWER_THAN: "fewer than {number}",
    Code.PERCENT: "{number}%",
    Code.FEW: "a few",
    Code.SOME: "some",
    Code.ABOUT_HALF: "about half",
    Code.MOST: "most",
    Code.NEARLY_ALL: "nearly all",
    Code.SMALL_GROUP: "a small number",
    Code.NOT_SHOWN: "not shown",
}

_KEY = object()


class NotProtected(TypeError):
    """A number can only become Protected through the functions of this module."""


@dataclass(frozen=True, slots=True)
class Protected:
    """A value that may be shown: a code, and a number when the code has one."""

    code: Code
    number: int | None = None
    _made_with: object = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self._made_with is not _KEY:
            raise NotProtected("Use protect_count, protect_percent or protect_share.")

    @property
    def words(self) -> str:
        """Return the value in the base language, ready to show."""
        return ENGLISH[self.code].format(number=self.number)

    @property
    def share(self) -> int | None:
        """Return whole percent for a chart; None when it is told in words only."""
        return self.number if self.code == Code.PERCENT else None

    def figure(self) -> Figure:
        """Return the value as it travels in a release."""
        return {"code": self.code.value, "number": self.number, "words": self.words}


def _protected(code: Code, number: int | None = None) -> Protected:
    return Protected(code, number, _KEY)


def travelled(figure: Figure) -> Protected:
    """Return a figure that travelled in a release as what it was before.

    Raises NotProtected for a number that no rule could have told.
    """
    code, number = Code(figure["code"]), figure["number"]
    if not _could_be_told(code, number):
        raise NotProtected("No rule tells this number.")
    return _protected(code, number)


def _could_be_told(code: Code, number: int | None) -> bool:
    """Say whether some rule, 10/5 or a stronger one, tells this."""
    if number is None:
        return code not in NUMBERED
    if code not in NUMBERED or number % LOWEST_BASE:
        return False
    most = HIGHEST_PERCENT if code == Code.PERCENT else number
    least = LOWEST_BASE if code == Code.PERCENT else LOWEST_THRESHOLD
    return least <= number <= most


NOT_SHOWN = _protected(Code.NOT_SHOWN)
SMALL_GROUP = _protected(Code.SMALL_GROUP)
A_FEW = _protected(Code.FEW)
NEARLY_ALL = _protected(Code.NEARLY_ALL)


def protect_count(count: int, rule: Rule) -> Protected:
    """Return a true count as it may be told: “fewer than 10”, or to the nearest 5.

    Nought and nine are the same. Raises ValueError for a negative count.
    """
    if count < 0:
        raise ValueError("A count is not negative.")
    if count < rule.threshold:
        return _protected(Code.FEWER_THAN, rule.threshold)
    return _protected(Code.COUNT, rule.rounded(count))


def protect_count_in_words(count: int, rule: Rule) -> Protected:
    """Return a true count in words alone, for a release without a digit.

    “A few” under the threshold, nobody among them; “some” from there. Raises
    ValueError for a negative count.
    """
    told = protect_count(count, rule)
    return A_FEW if told.code == Code.FEWER_THAN else _protected(Code.SOME)


def protect_percent(count: Protected, of: Protected) -> Protected | None:
    """Return a share to the nearest 5 %, made from two protected counts only.

    None when either is not a count, or the base is under 30. Nobody is ever “none”
    or “all”: 0 % is a few, 95 % and over is nearly all.
    """
    told = count.code == Code.COUNT and of.code == Code.COUNT
    if not told or count.number is None or of.number is None:
        return None
    if of.number < FIGURES_FROM:
        return None
    percent = nearest_percent(count.number, of.number)
    if percent == 0:
        return A_FEW
    if percent > HIGHEST_PERCENT:
        return NEARLY_ALL
    return _protected(Code.PERCENT, percent)


def nearest_percent(part: int, whole: int) -> int:
    """Return part of whole in percent to the nearest 5, halves upwards."""
    return (40 * part + whole) // (2 * whole) * 5


def share_code(count: int, of: int) -> Code:
    """Return the word for a share; one child more or less never decides an extreme.

    A few: up to 15 % (or one child), some: under 40 %, about half: to 60 %, most:
    under 85 %, nearly all: the rest (or all but one).
    """
    if count <= max(1, 15 * of // 100):
        return Code.FEW
    if of - count <= max(1, 15 * of // 100):
        return Code.NEARLY_ALL
    if 100 * count < 40 * of:
        return Code.SOME
    return Code.ABOUT_HALF if 100 * count <= 60 * of else Code.MOST


def coarse_share_code(count: int, of: int) -> Code:
    """Return a few (up to a third), most (from two thirds), or some."""
    if count <= max(1, of // 3):
        return Code.FEW
    return Code.MOST if of - count <= max(1, of // 3) else Code.SOME


def protect_share(count: int, of: int, *, coarse: bool = False) -> Protected:
    """Return a share in words alone; not shown when fewer than five answered."""
    if of < SMALLEST_IN_WORDS:
        return NOT_SHOWN
    return _protected(coarse_share_code(count, of) if coarse else share_code(count, of))

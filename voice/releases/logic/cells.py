"""One row of counts over one base, told so that no hidden count can be worked out."""

from collections.abc import Sequence
from dataclasses import dataclass

from voice.releases.logic.attack import Bounds, Sum, tighten
from voice.releases.logic.protected import (
    NEARLY_ALL,
    NOT_SHOWN,
    Code,
    Protected,
    coarse_share_code,
    nearest_percent,
    protect_count,
    protect_percent,
    protect_share,
    share_code,
)
from voice.releases.logic.rule import FIGURES_FROM, Rule


@dataclass(frozen=True, slots=True)
class Told:
    """One cell: its count as told, and its share when digits allow one."""

    count: Protected
    percent: Protected | None = None

    @property
    def hides(self) -> bool:
        """Say whether the cell stands for a count, or a complement, under 10."""
        return self.count.code in {Code.FEWER_THAN, Code.NEARLY_ALL}


def told_cell(count: int, of: int, rule: Rule, *, blurred: bool = False) -> Told:
    """Return how one count may be told.

    Under 10: “fewer than 10”. When fewer than 10 remain: “nearly all”. A blurred
    cell, or one of a base under 30, is told by a word for its share.
    """
    if count < rule.threshold:
        return Told(protect_count(count, rule))
    if of - count < rule.threshold:
        return Told(NEARLY_ALL)
    if blurred or of < FIGURES_FROM:
        return Told(protect_share(count, of))
    shown = protect_count(count, rule)
    return Told(shown, protect_percent(shown, protect_count(of, rule)))


def count_bounds(told: Protected, rule: Rule) -> Bounds:
    """Return the true counts that are told as this count."""
    if told.code == Code.FEWER_THAN:
        return Bounds(0, rule.threshold - 1)
    number = told.number or 0
    low, high = number - rule.base // 2, number + (rule.base - 1) // 2
    return Bounds(max(low, rule.threshold), high)


def word_bounds(
    code: Code, base: Bounds, *, coarse: bool = False, least: int = 0
) -> Bounds:
    """Return the counts a share word can stand for, over every possible base.

    `least` is how many must have chosen it, and how many must not have.
    """
    word = coarse_share_code if coarse else share_code
    counts = [
        count
        for of in {base.low, base.high}
        for count in range(least, of - least + 1)
        if word(count, of) == code
    ]
    return Bounds(min(counts), max(counts)) if counts else Bounds(0, base.high)


def cell_bounds(told: Told, base: Bounds, rule: Rule) -> Bounds:
    """Return the true counts a cell of a figures release can stand for."""
    code = told.count.code
    if code in {Code.FEWER_THAN, Code.COUNT}:
        return count_bounds(told.count, rule).both(Bounds(0, base.high))
    if code == Code.NOT_SHOWN:
        return Bounds(0, base.high)
    if told.hides and told.percent is None:
        hidden = Bounds(max(0, base.low - rule.threshold + 1), base.high)
        share = word_bounds(code, base, least=rule.threshold)
        return Bounds(min(hidden.low, share.low), hidden.high)
    return word_bounds(code, base, least=rule.threshold)


def hides_well(cells: Sequence[Told], bounds: Sequence[Bounds], rule: Rule) -> bool:
    """Say whether every count under 10 might still be any from nought to nine.

    And whether no other count has become known exactly.
    """
    for told, left in zip(cells, bounds, strict=True):
        if told.count.code == Code.FEWER_THAN and not left.covers(
            0, rule.threshold - 1
        ):
            return False
        if not told.hides and left.low >= left.high:
            return False
    return True


def told_apart(
    counts: Sequence[int], *, answered: int, of: int, rule: Rule
) -> list[Protected]:
    """Return counts that stand beside those who answered, out of `of` in all.

    Not shown when all of them together would narrow a hidden count, of those who
    answered or of these.
    """
    told = [protect_count(count, rule) for count in counts]
    known = {str(at): count_bounds(one, rule) for at, one in enumerate(told)}
    whole = count_bounds(protect_count(of, rule), rule)
    known |= {
        "answered": count_bounds(protect_count(answered, rule), rule),
        "else": Bounds(0, whole.high),
        "of": whole,
    }
    parts = tuple(name for name in known if name != "of")
    left = tighten(known, [Sum("of", parts)])
    cells = [Told(protect_count(answered, rule)), *map(Told, told)]
    bounds = [left[name] for name in ("answered", *map(str, range(len(told))))]
    return told if hides_well(cells, bounds, rule) else [NOT_SHOWN for _ in told]


def _holds(cells: Sequence[Told], of: int, rule: Rule, *, adds_up: bool) -> bool:
    """Say whether one row of cells, with its base told, gives nothing away."""
    base = count_bounds(protect_count(of, rule), rule)
    known = {
        str(at): cell_bounds(told, base, rule) for at, told in enumerate(cells)
    } | {"of": base}
    parts = tuple(str(at) for at in range(len(cells)))
    left = tighten(known, [Sum("of", parts, or_more=not adds_up)])
    return hides_well(cells, [left[part] for part in parts], rule)


def told_row(
    counts: Sequence[int], of: int, rule: Rule, *, adds_up: bool
) -> list[Told]:
    """Return a row of counts over the base `of` as it may be told.

    When what is told would narrow a hidden count, the smallest digits that heal it
    become a word; when one is not enough, more, smallest first; at worst the row is
    not shown. `adds_up`: everybody chose exactly one.
    """
    if of < rule.threshold:
        return [Told(NOT_SHOWN) for _ in counts]
    plain = [told_cell(count, of, rule) for count in counts]
    digits = sorted(
        (at for at, told in enumerate(plain) if told.count.code == Code.COUNT),
        key=lambda at: (counts[at], at),
    )
    singly = [{at} for at in digits]
    together = [set(digits[: many + 1]) for many in range(1, len(digits))]
    for blurred in [set[int](), *singly, *together]:
        cells = [
            told_cell(count, of, rule, blurred=at in blurred)
            for at, count in enumerate(counts)
        ]
        if _holds(cells, of, rule, adds_up=adds_up):
            return cells
    return [Told(NOT_SHOWN) for _ in counts]


def _words_hold(
    words: Sequence[Protected], of: int, *, adds_up: bool, coarse: bool
) -> bool:
    """Say whether words over a base everybody knows leave every extreme open."""
    base = Bounds(of, of)
    known = {
        str(at): word_bounds(told.code, base, coarse=coarse)
        for at, told in enumerate(words)
    } | {"of": base}
    parts = tuple(str(at) for at in range(len(words)))
    left = tighten(known, [Sum("of", parts, or_more=not adds_up)])
    return all(
        left[part].low < of and left[part].high > 0 and left[part].low < left[part].high
        for part in parts
    )


def told_in_words(counts: Sequence[int], of: int, *, adds_up: bool) -> list[Protected]:
    """Return a row of shares in words alone, for a words-only release.

    Five words when they leave open who chose what, else three, else none.
    """
    for coarse in (False, True):
        words = [protect_share(count, of, coarse=coarse) for count in counts]
        if NOT_SHOWN in words:
            break
        if _words_hold(words, of, adds_up=adds_up, coarse=coarse):
            return words
    return [NOT_SHOWN for _ in counts]


def percent_bounds(percent: int, wholes: range, rule: Rule) -> Bounds:
    """Return the true counts told as `percent` of one of these protected bases."""
    least = next(filter(None, (_fits(percent, of, rule) for of in wholes)), [])
    most = next(filter(None, (_fits(percent, of, rule) for of in reversed(wholes))), [])
    if not least or not most:
        return Bounds(rule.threshold, wholes[-1] + rule.base // 2)
    return Bounds(
        max(least[0] - rule.base // 2, rule.threshold), most[-1] + rule.base // 2
    )


def _fits(percent: int, whole: int, rule: Rule) -> list[int]:
    """Return the protected counts that are `percent` of a protected base."""
    about = percent * whole // 100 // rule.base * rule.base
    near = 3 * whole // 100 // rule.base * rule.base + 2 * rule.base
    return [
        part
        for part in range(
            max(rule.threshold, about - near), about + near + 1, rule.base
        )
        if part <= whole + rule.base and nearest_percent(part, whole) == percent
    ]

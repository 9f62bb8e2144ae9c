"""Looks through a comment for what a reader should see first; pure.

Screening only ever raises: a hint puts a comment forward in the queue or offers a
passage to replace. It never lowers, hides or decides anything (SECURITY.md, R33b).
"""

import re
from dataclasses import dataclass
from typing import TypedDict

from voice.moderation.logic.folding import Folded, folded, squeezed
from voice.moderation.logic.phrases import SPELT_OUT, WORRIES


class Hint(TypedDict):
    """What was seen (HintKind) and where, in characters of the child's own words."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Screened:
    """What screening saw; `worry` says whether it may be a worry."""

    worry: bool
    hints: list[Hint]


def _alike(phrase: str) -> str:
    """Return a phrase folded as comments are."""
    return squeezed(folded(phrase)).text.strip()


WORRY = re.compile(
    r"(?<!\w)(?:"
    + "|".join(re.escape(_alike(p)) for p in sorted(WORRIES, key=len, reverse=True))
    + r")(?!\w)"
)
# Four or more letters each on its own.
SPELT = re.compile(r"(?<!\w)\w(?: \w){3,}(?!\w)")
SPELT_WORDS = tuple(_alike(word) for word in SPELT_OUT)
PERSONAL = {
    # At least ten digits that begin as numbers in the United Kingdom do (Ofcom's plan).
    "phone": re.compile(r"(?<!\d)(?:\+?44|0044|0)(?:[\s().-]*\d){9,10}(?!\d)"),
    # The shape Royal Mail gives: area, district, sector, unit.
    "postcode": re.compile(
        r"(?<!\w)[a-z]{1,2}\d[a-z\d]?\s*\d[abd-hjlnp-uw-z]{2}(?!\w)"
    ),
    "email": re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"),
    "handle": re.compile(r"(?<![\w.@+-])@[a-z\d_.]{2,29}[a-z\d_]"),
}


def screen(words: str) -> Screened:
    """Return what a reader should see first in `words`; hints go in order of place."""
    copy = folded(words)
    close = squeezed(copy)
    worries = [*_found(WORRY, close, kind="worry"), *_spelt_out(close)]
    personal = [
        hint for kind, shape in PERSONAL.items() for hint in _found(shape, copy, kind)
    ]
    hints = sorted([*worries, *personal], key=lambda hint: (hint["start"], hint["end"]))
    return Screened(worry=bool(worries), hints=hints)


def _found(shape: re.Pattern[str], copy: Folded, kind: str) -> list[Hint]:
    """Return a hint for each place where `shape` stands in the copy."""
    return [
        Hint(kind=kind, start=start, end=end)
        for match in shape.finditer(copy.text)
        for start, end in (copy.span(*match.span()),)
    ]


def _spelt_out(copy: Folded) -> list[Hint]:
    """Return a hint for each run of single letters that spells a worry."""
    return [
        Hint(kind="worry", start=start, end=end)
        for match in SPELT.finditer(copy.text)
        if any(word in match.group().replace(" ", "") for word in SPELT_WORDS)
        for start, end in (copy.span(*match.span()),)
    ]

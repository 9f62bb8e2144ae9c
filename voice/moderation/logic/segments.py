"""Cuts a comment into pieces for the reader's screen, its characters unchanged; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from voice.moderation.logic.screening import Hint

# Characters that turn the direction of what follows; each is isolated on the screen,
# so that the order seen is the order written (SECURITY.md, R21).
TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the text; `kind` is a HintKind's value, "unseen", or empty."""

    text: str
    kind: str


def segments(text: str, hints: Sequence[Hint]) -> list[Segment]:
    """Return the pieces of `text`, in order; joined they are `text` again.

    Where hints overlap, a possible worry is the one shown.
    """
    kinds = [""] * len(text)
    for hint in sorted(hints, key=lambda hint: hint["kind"] == "worry"):
        for place in range(hint["start"], min(hint["end"], len(text))):
            kinds[place] = hint["kind"]
    for match in TURNING.finditer(text):
        kinds[match.start()] = "unseen"
    pieces: list[Segment] = []
    start = 0
    for place in range(1, len(text) + 1):
        ends = place == len(text) or kinds[place] != kinds[start]
        if ends or kinds[start] == "unseen":
            pieces.append(Segment(text[start:place], kinds[start]))
            start = place
    return pieces

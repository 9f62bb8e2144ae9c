"""Replaces passages of a text, in the sight of everyone who reads it; pure."""

import re
from collections.abc import Sequence

Passage = tuple[int, int, str]
REPLACEMENT = re.compile(r"\[[^\[\]]{1,30}\]")


class BadPassages(ValueError):
    """The passages cannot be replaced: none, empty, outside, or over each other."""


def redacted(text: str, passages: Sequence[Passage]) -> str:
    """Return `text` with each (start, end, replacement) replaced.

    Positions count characters of `text`; a replacement is a word in square
    brackets, so that nobody takes it for the child's own. Raises BadPassages.
    """
    if not passages:
        raise BadPassages("There is nothing to replace.")
    pieces = []
    reached = 0
    for start, end, replacement in sorted(passages):
        if not reached <= start < end <= len(text):
            raise BadPassages("Passages must be inside the text, one after another.")
        if not REPLACEMENT.fullmatch(replacement):
            raise BadPassages("A replacement is a word in square brackets.")
        pieces += [text[reached:start], replacement]
        reached = end
    return "".join([*pieces, text[reached:]])


def places_of(words: str, *, text: str) -> list[tuple[int, int]]:
    """Return where exactly `words` stand in `text`, one after another."""
    return [match.span() for match in re.finditer(re.escape(words), text)]


def one_line_break(text: str) -> str:
    """Return `text` with each line break one character, as browsers show it."""
    return text.replace("\r\n", "\n")


def from_screen(place: int, *, text: str) -> int:
    """Return where character `place` of the text on a screen stands in `text`.

    A browser shows the two characters of a typed line break as one.
    """
    reached = 0
    for _ in range(place):
        reached += 2 if text.startswith("\r\n", reached) else 1
    return reached


def outside(
    found: Sequence[tuple[int, int]], *, taken: Sequence[Passage]
) -> list[tuple[int, int]]:
    """Return those of `found` that touch none of the passages already `taken`."""
    return [
        (start, end)
        for start, end in found
        if all(end <= other or start >= after for other, after, _ in taken)
    ]


def replaced(text: str, kept: str) -> list[str]:
    """Return what of `text` stands no more in `kept`, each passage in its order.

    Nothing where `kept` is no copy of `text` with passages replaced.
    """
    stays = REPLACEMENT.split(kept)
    place = len(stays[0])
    if not text.startswith(stays[0]):
        return []
    found = []
    for piece in stays[1:-1]:
        start = text.find(piece, place + 1)
        if start < 0:
            return []
        found.append(text[place:start])
        place = start + len(piece)
    last = len(text) - len(stays[-1])
    if len(stays) == 1 or last <= place or not text.endswith(stays[-1]):
        return []
    return [*found, text[place:last]]

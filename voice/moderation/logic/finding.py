"""Finds words in a comment as people look for words; pure."""

from dataclasses import dataclass

from voice.moderation.logic.folding import folded

BEFORE = 40
AFTER = 80


@dataclass(frozen=True, slots=True)
class Finding:
    """Where the words stand: a little of what is before, the words, and after."""

    before: str
    words: str
    after: str
    is_cut_before: bool
    is_cut_after: bool


def folded_for_search(sought: str) -> str:
    """Return the words to look for in small plain letters, spaces made one."""
    return " ".join(folded(sought).text.split())


def found_in(text: str, sought: str) -> Finding | None:
    """Return where `sought` (folded already) first stands in `text`, or None."""
    copy = folded(" ".join(text.split()))
    spaced = " ".join(text.split())
    place = copy.text.find(sought) if sought else -1
    if place < 0:
        return None
    start, end = copy.span(place, place + len(sought))
    return Finding(
        before=spaced[max(0, start - BEFORE) : start],
        words=spaced[start:end],
        after=spaced[end : end + AFTER],
        is_cut_before=start > BEFORE,
        is_cut_after=len(spaced) > end + AFTER,
    )

"""Looks through a comment for what a reader should see first; pure.

Screening only ever raises: a hint puts a comment forward in the queue or offers a
passage to replace. It never lowers, hides or decides anything (SECURITY.md, R33b).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from voice.moderation.logic import contacts, numbers, schools
from voice.moderation.logic.folding import Folded, folded
from voice.moderation.logic.matching import Node, matches, tree, words_of
from voice.moderation.logic.names import names
from voice.moderation.logic.spellings import spellings

WORRY = "worry"
SCHOOL = "school"
HEADING = "#"
PERSONAL: Mapping[str, Callable[[str], Iterable[tuple[int, int]]]] = {
    "phone": numbers.phones,
    "postcode": contacts.postcodes,
    "email": contacts.emails,
    "handle": contacts.handles,
    "address": contacts.addresses,
    "date": numbers.dates,
    "nhs_number": numbers.nhs_numbers,
    "ni_number": numbers.ni_numbers,
}


class Hint(TypedDict):
    """What was seen (HintKind) and where, in characters of the child's own words."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lists:
    """Lists ready to be looked for; `source` of a worry is its list and version."""

    worries: Node
    schools: Node


@dataclass(frozen=True, slots=True)
class Seen:
    """What screening saw; `reasons` are the lists (and versions) that raised a worry."""

    worry: bool
    hints: list[Hint]
    reasons: list[str] = field(default_factory=list)


def lists(
    *, phrases: Mapping[str, Sequence[str]], schools_here: Sequence[str] = ()
) -> Lists:
    """Return lists ready to be looked for.

    `phrases` are the lines of each list of worries by its name and version; lines that
    begin with # are headings. `schools_here` are names of schools.
    """
    worries = tree(
        (written, source)
        for source, lines in phrases.items()
        for words in map(words_of, phrases_in(lines))
        for written in spellings(words)
    )
    named = tree(
        (words_of(way), SCHOOL)
        for name in schools_here
        for way in schools.ways_said(folded(name).text)
    )
    return Lists(worries=worries, schools=named)


def phrases_in(lines: Iterable[str]) -> Iterator[str]:
    """Yield the phrases of a list, headings and empty lines left out."""
    for line in lines:
        phrase = line.strip()
        if phrase and not phrase.startswith(HEADING):
            yield phrase


def screen(words: str, *, lists: Lists) -> Seen:
    """Return what a reader should see first in `words`; hints go in order of place.

    Every list is tried, whatever language the words are thought to be in: a wrong
    guess must not hide a worry.
    """
    copy = folded(words)
    worries = matches(lists.worries, copy)
    found = [
        *((WORRY, match.start, match.end) for match in worries),
        *((SCHOOL, match.start, match.end) for match in matches(lists.schools, copy)),
        *_personal(copy, words),
    ]
    return Seen(
        worry=bool(worries),
        hints=_hints(copy, found),
        reasons=sorted({match.source for match in worries}),
    )


def _personal(copy: Folded, words: str) -> Iterator[tuple[str, int, int]]:
    """Yield the kind and place of whatever could say who somebody is."""
    for kind, look in PERSONAL.items():
        for start, end in look(copy.text):
            yield kind, start, end
    capitals = frozenset(
        place
        for place, original in enumerate(copy.places)
        if words[original] != words[original].lower()
    )
    for start, end in schools.called_a_school(copy.text, capitals=capitals):
        yield SCHOOL, start, end
    for name in names(copy, words):
        yield "worker" if name.is_worker else "name", name.start, name.end


def _hints(copy: Folded, found: Iterable[tuple[str, int, int]]) -> list[Hint]:
    """Return hints in order: worries, and what could say who somebody is.

    A worry within a longer one is told once. Personal passages never lie over each
    other, so that each can be replaced: those that do become one, of the longer's kind.
    """
    worries: list[tuple[str, int, int]] = []
    personal: list[tuple[str, int, int]] = []
    for kind, start, end in sorted(found, key=lambda one: (one[1], -one[2], one[0])):
        kept = worries if kind == WORRY else personal
        if not kept or start >= kept[-1][2]:
            kept.append((kind, start, end))
        elif kind != WORRY or end <= kept[-1][2]:
            kept[-1] = _longer(kept[-1], (kind, start, end))
        else:
            kept.append((kind, start, end))
    return [
        Hint(kind=kind, start=first, end=last)
        for kind, start, end in sorted([*worries, *personal], key=lambda one: one[1:])
        for first, last in (copy.span(start, end),)
    ]


def _longer(
    one: tuple[str, int, int], other: tuple[str, int, int]
) -> tuple[str, int, int]:
    """Return both passages as one, of the longer's kind; a worker's name is more."""
    kind = max(one, other, key=lambda it: (it[2] - it[1], it[0] != "name"))[0]
    return kind, one[1], max(one[2], other[2])

"""Friendly: can those who asked for an answer read it? Pure.

Lundy's second F. Reading age is measured by surveys.logic.readability, in English
alone; sentences and worker's words are looked for in every language.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from surveys.logic.jargon import jargon_in
from surveys.logic.readability import long_sentences, reading_age, sentences

# Reading age 9 is what most children manage (PRACTICE.md); nobody is asked for more
# than 12, and nothing measures under 7 with sense.
LOWEST_AGE, EASY_READ_AGE, HIGHEST_AGE = 7, 9, 12
LONGEST_FOR_ALL, LONGEST_IN_EASY_READ = 20, 15


class Trouble(StrEnum):
    """What makes a passage hard to read."""

    TOO_OLD = "too_old"
    LONG = "long"
    JARGON = "jargon"


@dataclass(frozen=True, slots=True)
class Hard:
    """A passage that is hard to read: why, and the age that it reads as, if measured."""

    trouble: Trouble
    passage: str
    age: float | None = None


def age_for(youngest: int, oldest: int) -> int:
    """Return the reading age that suits readers of these ages: the middle, 7 to 12."""
    return min(max((youngest + oldest) // 2, LOWEST_AGE), HIGHEST_AGE)


def hard_in(
    text: str,
    *,
    language: str,
    age: int,
    jargon: Iterable[str],
    longest: int = LONGEST_FOR_ALL,
) -> Iterator[Hard]:
    """Yield what is hard to read in `text` for readers of reading age `age`.

    The whole text is measured; where it is too old, its hardest sentence is named.
    """
    measured = reading_age(text, language=language)
    if measured is not None and measured > age:
        yield Hard(Trouble.TOO_OLD, _hardest(text, language), measured)
    for sentence in long_sentences(text, most=longest):
        yield Hard(Trouble.LONG, sentence)
    for term in jargon_in(text, jargon):
        yield Hard(Trouble.JARGON, term)


def _hardest(text: str, language: str) -> str:
    """Return the sentence of the highest reading age, the first of those."""
    return max(
        sentences(text),
        key=lambda sentence: reading_age(sentence, language=language) or 0,
    )

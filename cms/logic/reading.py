"""How hard a page reads, and which of its words only workers use; pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from surveys.logic.findings import reading_age_for
from surveys.logic.jargon import jargon_in
from surveys.logic.readability import LONGEST_SENTENCE, long_sentences, reading_age
from surveys.logic.readability import words as words_in

# The public site is for all who answer; a page nobody of twelve understands is no good.
READER = 12
MEASURED_FROM = 20


@dataclass(frozen=True, slots=True)
class Reads:
    """How a page reads: `age` is None where there is too little, or no measure for it.

    `jargon` has each word with what to say instead, perhaps nothing; `longest` is the
    longest sentence of more words than Easy Read allows, or empty.
    """

    age: int | None
    aim: int
    jargon: dict[str, str]
    longest: str

    @property
    def is_hard(self) -> bool:
        """Say whether it reads harder than it should."""
        return self.age is not None and self.age > self.aim


def how_it_reads(text: str, *, language: str, jargon: Mapping[str, str]) -> Reads:
    """Return how `text` reads in `language`; a line of it ends a sentence."""
    is_enough = len(words_in(text)) >= MEASURED_FROM
    age = reading_age(text, language=language) if is_enough else None
    too_long = long_sentences(text, most=2 * LONGEST_SENTENCE)
    return Reads(
        age=None if age is None else round(age),
        aim=reading_age_for(READER),
        jargon={term: jargon[term] for term in jargon_in(text, jargon)},
        longest=max(too_long, key=lambda one: len(words_in(one)), default=""),
    )

"""Looks through every wording that young people read: hard, long, a worker's, or a
promise that nobody can keep; pure."""

from collections.abc import Iterable, Iterator, Mapping

from surveys.logic.anonymous import anonymous_in
from surveys.logic.definition import Definition, Words, question_words, survey_words
from surveys.logic.drafts import Draft
from surveys.logic.findings import (
    Code,
    Found,
    Standards,
    reading_age_for,
    younger_bands,
)
from surveys.logic.jargon import jargon_in
from surveys.logic.piping import plainly
from surveys.logic.readability import LONGEST_SENTENCE, long_sentences, reading_age
from surveys.logic.readability import words as words_in

OWN = ""
# Of fewer words a reading age says nothing.
MEASURED_FROM = 4
Texts = Mapping[str, list[str]]


def found_in_words(
    draft: Draft, definition: Definition, standards: Standards
) -> Iterator[Found]:
    """Give what is hard, long or jargon, question by question; bands are put together."""
    for language in draft.languages:
        for key, texts in _read(draft, definition, language).items():
            yield from _hard(key, language, texts, standards)
            yield from _long(key, language, texts, younger_bands(draft, standards))
            yield from _jargon(key, language, texts, standards)
            yield from _anonymous(key, language, texts)


def _read(draft: Draft, definition: Definition, language: str) -> dict[str, Texts]:
    """Return, by question key, every text that each band reads in one language."""
    read: dict[str, Texts] = {
        OWN: {
            band: list(
                survey_words(definition, language=language, age_band=band).values()  # type: ignore[arg-type]
            )
            for band in draft.age_bands
        }
    }
    for question in definition["questions"]:
        read[question["key"]] = {
            band: _texts(question_words(question, language=language, age_band=band))
            for band in question.get("age_bands", draft.age_bands)
        }
    return read


def _texts(words: Words) -> list[str]:
    """Return the texts of one wording; repeated answers stand as their fallback."""
    texts = [
        words["prompt"],
        words["help"],
        *words["options"].values(),
        words["low"],
        words["high"],
    ]
    return [plainly(text) for text in texts]


def _hard(
    key: str, language: str, texts: Texts, standards: Standards
) -> Iterator[Found]:
    """Give the hardest text of a wording, where it is too hard for a band that reads it."""
    hardest: dict[int, list[str]] = {}
    for band, read in texts.items():
        age = _hardest(read, language)
        if age > reading_age_for(standards.oldest(band)):
            hardest.setdefault(age, []).append(band)
    for age, bands in hardest.items():
        aim = min(reading_age_for(standards.oldest(band)) for band in bands)
        yield Found(
            Code.READING_AGE, key, language, tuple(bands), {"age": age, "aim": aim}
        )


def _hardest(texts: Iterable[str], language: str) -> int:
    """Return the highest reading age among texts, in whole years; 0 when none has one."""
    ages = [
        reading_age(text, language=language) or 0
        for text in texts
        if len(words_in(text)) >= MEASURED_FROM
    ]
    return round(max(ages, default=0))


def _long(
    key: str, language: str, texts: Texts, younger: Iterable[str]
) -> Iterator[Found]:
    """Give each sentence that is too long for the younger bands that read it."""
    found: dict[str, list[str]] = {}
    for band in younger:
        for sentence in long_sentences("\n".join(texts.get(band, ()))):
            found.setdefault(sentence, []).append(band)
    for sentence, bands in found.items():
        facts: dict[str, str | int] = {
            "sentence": sentence,
            "words": len(words_in(sentence)),
            "most": LONGEST_SENTENCE,
        }
        yield Found(Code.LONG_SENTENCE, key, language, tuple(bands), facts)


def _jargon(
    key: str, language: str, texts: Texts, standards: Standards
) -> Iterator[Found]:
    """Give each term of the council's list that a band reads."""
    terms = standards.jargon.get(language, {})
    found: dict[str, list[str]] = {}
    for band, read in texts.items():
        for term in jargon_in("\n".join(read), terms):
            found.setdefault(term, []).append(band)
    for term, bands in found.items():
        facts = {"term": term, "instead": terms[term]}
        yield Found(Code.JARGON, key, language, tuple(bands), facts)


def _anonymous(key: str, language: str, texts: Texts) -> Iterator[Found]:
    """Give each word that tells a band it cannot be recognised."""
    found: dict[str, list[str]] = {}
    for band, read in texts.items():
        if term := anonymous_in("\n".join(read)):
            found.setdefault(term, []).append(band)
    for term, bands in found.items():
        yield Found(Code.ANONYMOUS, key, language, tuple(bands), {"term": term})

"""Compiles a draft and its wordings into an edition's definition; pure.

The same words always give the same definition and the same hash, whatever order
the wordings come in.
"""

import hashlib
import json
from collections.abc import Iterable

from surveys.logic.definition import (
    ANY_BAND,
    Definition,
    QuestionDefinition,
    SurveyWords,
    Words,
)
from surveys.logic.drafts import (
    OPTION,
    SURVEY_PARTS,
    Draft,
    DraftQuestion,
    Part,
    Written,
    parts_of,
)

FORMAT = 1
Texts = dict[tuple[str, str, str, str], str]


def compile_definition(draft: Draft, written: Iterable[Written]) -> Definition:
    """Return the definition of `draft` in all its languages and age bands.

    A part without a wording in some language is empty there: look with
    `missing_parts` first. Wordings of other languages, bands or parts are left out.
    """
    texts = _texts(draft, written)
    return {
        "format": FORMAT,
        "mode": draft.mode,
        "languages": list(draft.languages),
        "age_bands": list(draft.age_bands),
        "breakdowns": list(draft.breakdowns),
        "wordings": {
            language: {
                band: _survey_words(texts, language, band)
                for band in _bands_worded(draft, texts, "", language)
            }
            for language in draft.languages
        },
        "questions": [
            _question(draft, question, texts) for question in draft.questions
        ],
        "keeps": draft.keeps,
    }


def missing_parts(
    draft: Draft, written: Iterable[Written], language: str
) -> list[Part]:
    """Return the parts nobody has worded in `language` for every age band.

    The base language misses nothing: its words are the draft's own.
    """
    if language == draft.base_language:
        return []
    worded = {
        (wording.key, wording.part)
        for wording in written
        if wording.language == language
        and wording.age_band == ANY_BAND
        and wording.text.strip()
    }
    return [part for part in parts_of(draft) if part.name not in worded]


def words_hash(draft: Draft, written: Iterable[Written], language: str) -> str:
    """Return the hash of what a fluent reader of `language` reads, beside its base.

    Another base wording, another text, another band or part: another hash.
    """
    base = {part.name: part.text for part in parts_of(draft)}
    bands = {ANY_BAND, *draft.age_bands}
    return hash_of(
        sorted(
            [key, part, wording.age_band, base[key, part], wording.text]
            for wording in written
            for key, part in [(wording.key, wording.part)]
            if wording.language == language
            and wording.age_band in bands
            and (key, part) in base
        )
    )


def hash_of(content: object) -> str:
    """Return the SHA-256 of `content` as canonical JSON, in hexadecimal."""
    said = json.dumps(
        content, sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    return hashlib.sha256(said.encode()).hexdigest()


def _texts(draft: Draft, written: Iterable[Written]) -> Texts:
    """Return every text by key, part, language and band."""
    parts = parts_of(draft)
    names = {part.name for part in parts}
    texts = {
        (part.key, part.part, draft.base_language, ANY_BAND): part.text
        for part in parts
    }
    for wording in written:
        place = (wording.key, wording.part, wording.language, wording.age_band)
        if (wording.key, wording.part) in names and place not in texts:
            texts[place] = wording.text
    return texts


def _bands_worded(draft: Draft, texts: Texts, key: str, language: str) -> list[str]:
    """Return ANY_BAND and the bands with words of their own for `key`."""
    own = {
        band
        for question, _part, code, band in texts
        if question == key and code == language
    }
    return [ANY_BAND, *(band for band in draft.age_bands if band in own)]


def _text(texts: Texts, key: str, part: str, language: str, band: str) -> str:
    """Return the band's own text, or the one for every band, or nothing."""
    own = texts.get((key, part, language, band), "")
    return own or texts.get((key, part, language, ANY_BAND), "")


def _survey_words(texts: Texts, language: str, band: str) -> SurveyWords:
    """Return the survey's own words as `band` reads them."""
    title, introduction, thanks = (
        _text(texts, "", part, language, band) for part in SURVEY_PARTS
    )
    return {"title": title, "introduction": introduction, "thanks": thanks}


def _question(
    draft: Draft, question: DraftQuestion, texts: Texts
) -> QuestionDefinition:
    """Return one question in every language and band that words it."""
    return {
        "key": question.key,
        "kind": question.kind,
        "options": [option.key for option in question.options],
        "wordings": {
            language: {
                band: _words(question, texts, language, band)
                for band in _bands_worded(draft, texts, question.key, language)
            }
            for language in draft.languages
        },
    }


def _words(question: DraftQuestion, texts: Texts, language: str, band: str) -> Words:
    """Return one question's words as `band` reads them."""

    def text(part: str) -> str:
        return _text(texts, question.key, part, language, band)

    return {
        "prompt": text("prompt"),
        "help": text("help"),
        "options": {
            option.key: text(OPTION + option.key) for option in question.options
        },
        "low": text("low"),
        "high": text("high"),
    }

"""Compiles a draft and its wordings into an edition's definition; pure.

The same words always give the same definition and the same hash, whatever order
the wordings come in.
"""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from surveys.audience import Audience
from surveys.logic.definition import (
    ANY_BAND,
    Definition,
    Picture,
    QuestionDefinition,
    SurveyWords,
    Words,
)
from surveys.logic.drafts import (
    ALT,
    OPTION,
    Draft,
    DraftQuestion,
    Part,
    Written,
    parts_of,
    parts_to_word,
    question_parts,
)
from surveys.logic.worded import (
    Worded,
    bands_worded,
    nearest,
    says_others,
    text_of,
    worded_of,
)

FORMAT = 2


def compile_definition(draft: Draft, written: Iterable[Written]) -> Definition:
    """Return the definition of `draft` in all its languages and age bands.

    A part without a wording in some language is empty there: look with
    `missing_parts` first. Wordings of other languages, bands or parts are left out.
    """
    worded = worded_of(draft, written)
    definition: Definition = {
        "format": FORMAT,
        "mode": draft.mode,
        "languages": list(draft.languages),
        "age_bands": list(draft.age_bands),
        "breakdowns": list(draft.breakdowns),
        "wordings": {
            language: {
                band: _survey_words(worded, language, band)
                for band in bands_worded(draft, worded, "", language)
            }
            for language in draft.languages
        },
        "questions": [
            _question(draft, question, worded) for question in draft.questions
        ],
        "keeps": draft.keeps,
        "rests": draft.rests,
    }
    if draft.assistant:
        definition["assistant"] = True
    if draft.audience != Audience.YOUNG_PEOPLE:
        definition["audience"] = draft.audience
    return definition


def missing_parts(
    draft: Draft, written: Iterable[Written], language: str
) -> list[Part]:
    """Return the parts nobody has worded in `language` for every age band.

    The base language misses nothing: its words are the draft's own.
    """
    if language == draft.base_language:
        return []
    here = [
        wording
        for wording in written
        if (wording.language, wording.age_band) == (language, ANY_BAND)
    ]
    worded = {(one.key, one.part) for one in here if one.text.strip()}
    # A picture of the language's own says itself what it shows.
    worded |= {(one.key, ALT + one.part) for one in here if one.picture}
    return [part for part in parts_to_word(draft) if part.name not in worded]


def words_hash(draft: Draft, written: Iterable[Written], language: str) -> str:
    """Return the hash of what a fluent reader of `language` reads, beside its base.

    Another base wording, another text, another band or part: another hash.
    """
    base = {part.name: part.text for part in parts_of(draft)}
    bands = {ANY_BAND, *draft.age_bands}
    return hash_of(
        sorted(
            [
                key,
                part,
                wording.age_band,
                base[key, part],
                wording.text,
                *_seen(wording),
            ]
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


def _seen(wording: Written) -> list[str]:
    """Return what names the picture and the sound of a wording, where it has them."""
    picture, sound = wording.picture, wording.sound
    return [
        *([picture["medium"], picture["alt"]] if picture else []),
        *([sound["medium"]] if sound else []),
    ]


def _survey_words(worded: Worded, language: str, band: str) -> SurveyWords:
    """Return the survey's own words as `band` reads them."""

    def text(part: str) -> str:
        return text_of(worded.texts, "", part, language, band)

    words: SurveyWords = {
        "title": text("title"),
        "introduction": text("introduction"),
        "thanks": text("thanks"),
    }
    if support := text("support"):
        words["support"] = support
    return words


def _question(
    draft: Draft, question: DraftQuestion, worded: Worded
) -> QuestionDefinition:
    """Return one question in every language and band that words it."""
    definition: QuestionDefinition = {
        "key": question.key,
        "kind": question.kind,
        "options": [option.key for option in question.options],
        "wordings": {
            language: {
                band: _words(draft, question, worded, language, band)
                for band in bands_worded(draft, worded, question.key, language)
            }
            for language in draft.languages
        },
    }
    wanted: dict[str, Any] = {
        "show_if": question.show_if,
        "most": question.most,
        "other": next((o.key for o in question.options if o.is_other), ""),
        "alone": [o.key for o in question.options if o.is_alone],
        "not_sure": question.not_sure,
        "not_said": question.not_said,
        "date_parts": question.date_parts,
        "sensitive": question.sensitive,
        "decision": question.decision,
        "about_them": question.about_them,
        "key_theme": question.key_theme,
        "pack": question.pack,
    }
    definition.update({name: value for name, value in wanted.items() if value})  # type: ignore[typeddict-item]
    if question.age_bands:
        # Kept when empty too: meant for none of this survey's bands is not for all.
        definition["age_bands"] = bands_asked(draft, question)
    return definition


def bands_asked(draft: Draft, question: DraftQuestion) -> list[str]:
    """Return the age bands that are asked `question`; none named means all.

    Where the draft says so, what a younger band is asked, older ones are asked too
    (Bright Spots repeats the youngest band's questions). Bands go by age.
    """
    if not question.age_bands:
        return []
    if not draft.older_too:
        return [band for band in draft.age_bands if band in question.age_bands]
    named = [
        draft.age_bands.index(b) for b in question.age_bands if b in draft.age_bands
    ]
    return list(draft.age_bands[min(named) :]) if named else []


def _words(
    draft: Draft, question: DraftQuestion, worded: Worded, language: str, band: str
) -> Words:
    """Return one question's words as `band` reads them."""

    def text(part: str) -> str:
        return text_of(worded.texts, question.key, part, language, band)

    words: Words = {
        "prompt": text("prompt"),
        "help": text("help"),
        "options": {
            option.key: text(OPTION + option.key) for option in question.options
        },
        "low": text("low"),
        "high": text("high"),
    }
    here = [(language, band), (language, ANY_BAND)]
    base = (draft.base_language, ANY_BAND)
    parts = [
        part.part
        for part in question_parts(question)
        if part.text and not part.part.startswith(ALT)
    ]
    pictures = nearest(worded.pictures, question.key, parts, [*here, base])
    sounds = {
        part: sound
        for part, sound in nearest(worded.sounds, question.key, parts, here).items()
        if not says_others(worded, (question.key, part, language, band))
    }
    if pictures:
        words["pictures"] = {
            part: _told(picture, text(ALT + part))
            if picture is worded.pictures.get((question.key, part, *base))
            else picture
            for part, picture in pictures.items()
        }
    if sounds:
        words["sounds"] = sounds
    return words


def _told(picture: Picture, alt: str) -> Picture:
    """Return the base wording's picture, said in the reader's words where there are any."""
    return {**picture, "alt": alt or picture["alt"]}

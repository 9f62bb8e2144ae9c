"""The shape of an edition's definition, and how a wording is found in it; pure."""

import re
from typing import NotRequired, TypedDict

ANY_BAND = ""


class Words(TypedDict):
    """One question as one age band reads it in one language."""

    prompt: str
    help: str
    options: dict[str, str]
    low: str
    high: str


class QuestionDefinition(TypedDict):
    """One question: its stable key, its kind (QuestionKind), its options' keys."""

    key: str
    kind: str
    options: list[str]
    wordings: dict[str, dict[str, Words]]
    age_bands: NotRequired[list[str]]


class SurveyWords(TypedDict):
    """The survey's own words as one age band reads them in one language."""

    title: str
    introduction: str
    thanks: str


class Keeps(TypedDict):
    """How many days after closing each kind of data is kept; young people are told."""

    words: int
    responses: int
    contact: int


KEEP_DAYS: Keeps = {"words": 90, "responses": 730, "contact": 365}


class Definition(TypedDict):
    """A compiled edition; `wordings` go by language, then age band (or ANY_BAND)."""

    format: int
    mode: str
    languages: list[str]
    age_bands: list[str]
    breakdowns: list[str]
    wordings: dict[str, dict[str, SurveyWords]]
    questions: list[QuestionDefinition]
    keeps: NotRequired[Keeps]


def keeps_of(definition: Definition) -> Keeps:
    """Return what young people were told about how long their answers are kept."""
    return definition.get("keeps", KEEP_DAYS)


def is_longer(keeps: Keeps, *, than: Keeps) -> bool:
    """Say whether anything is kept longer in `keeps`."""
    return (
        keeps["words"] > than["words"]
        or keeps["responses"] > than["responses"]
        or keeps["contact"] > than["contact"]
    )


def question_words(
    question: QuestionDefinition, *, language: str, age_band: str
) -> Words:
    """Return how `question` is worded; a band without its own wording has the base one.

    Raises KeyError when the edition has no such language.
    """
    bands = question["wordings"][language]
    words = bands.get(age_band, bands[ANY_BAND])
    return {
        **words,
        "prompt": in_order(words["prompt"]),
        "help": in_order(words["help"]),
    }


def survey_words(
    definition: Definition, *, language: str, age_band: str = ANY_BAND
) -> SurveyWords:
    """Return the survey's own words; KeyError when there is no such language."""
    bands = definition["wordings"][language]
    words = bands.get(age_band, bands[ANY_BAND])
    return {
        **words,
        "introduction": in_order(words["introduction"]),
        "thanks": in_order(words["thanks"]),
    }


def in_order(text: str) -> str:
    """Return `text` with the groups of a telephone number held together.

    Between words written from right to left, a plain space would show 0800 1111 as
    1111 0800; a no-break space keeps it one number (Unicode bidi algorithm, rule W4).
    """
    return re.sub(r"(?<=\d) (?=\d)", "\N{NO-BREAK SPACE}", text)

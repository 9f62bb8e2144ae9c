"""The shape of an edition's definition, and how a wording is found in it; pure."""

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


class Definition(TypedDict):
    """A compiled edition; `wordings` go by language, then age band (or ANY_BAND)."""

    format: int
    mode: str
    languages: list[str]
    age_bands: list[str]
    breakdowns: list[str]
    wordings: dict[str, dict[str, SurveyWords]]
    questions: list[QuestionDefinition]


def question_words(
    question: QuestionDefinition, *, language: str, age_band: str
) -> Words:
    """Return how `question` is worded; a band without its own wording has the base one.

    Raises KeyError when the edition has no such language.
    """
    bands = question["wordings"][language]
    return bands.get(age_band, bands[ANY_BAND])


def survey_words(
    definition: Definition, *, language: str, age_band: str = ANY_BAND
) -> SurveyWords:
    """Return the survey's own words; KeyError when there is no such language."""
    bands = definition["wordings"][language]
    return bands.get(age_band, bands[ANY_BAND])

"""The shape of an edition's definition, and how a wording is found in it; pure."""

import re
from typing import NotRequired, TypedDict

from surveys.audience import Audience
from surveys.logic.conditions import Condition

ANY_BAND = ""


class Picture(TypedDict):
    """A picture of the questions: the Medium's SHA-256, its size, its words."""

    medium: str
    alt: str
    width: int
    height: int


class Sound(TypedDict):
    """A recording of the questions: the Medium's SHA-256, its type and size in bytes."""

    medium: str
    media_type: str
    size: int
    machine: NotRequired[bool]
    """Whether a machine speaks; a worker has listened to it and kept it."""
    also: NotRequired["PlainSound"]
    """The same for devices that cannot play the first."""


class PlainSound(TypedDict):
    """The second file of a recording, which every device can play."""

    medium: str
    media_type: str
    size: int


class Words(TypedDict):
    """One question as one age band reads it in one language.

    `pictures` and `sounds` go by part, as in surveys.models.Wording: "prompt",
    "option.KEY"; a part without one is not in them.
    """

    prompt: str
    help: str
    options: dict[str, str]
    low: str
    high: str
    pictures: NotRequired[dict[str, Picture]]
    sounds: NotRequired[dict[str, Sound]]


class QuestionDefinition(TypedDict):
    """One question: its stable key, its kind (QuestionKind), its options' keys.

    What is not there was not wanted: asked of every age band, always shown.
    """

    key: str
    kind: str
    options: list[str]
    wordings: dict[str, dict[str, Words]]
    age_bands: NotRequired[list[str]]
    show_if: NotRequired[Condition]
    most: NotRequired[int]
    """How many options may be chosen at most."""
    other: NotRequired[str]
    """The option that asks for words of one's own."""
    alone: NotRequired[list[str]]
    """Options that clear all others: "none of these"."""
    not_sure: NotRequired[bool]
    not_said: NotRequired[bool]
    date_parts: NotRequired[str]
    sensitive: NotRequired[bool]
    """A support message follows it."""
    decision: NotRequired[str]
    """What its answers will inform; shown to the board, never to young people."""
    about_them: NotRequired[bool]
    """It asks who they are, rather than how it is."""
    key_theme: NotRequired[str]
    """What surveys.key_themes knows a key theme of the Statement by."""
    pack: NotRequired[str]
    """The instrument pack it was taken from whole, as "ons4/1"."""


class SurveyWords(TypedDict):
    """The survey's own words as one age band reads them in one language."""

    title: str
    introduction: str
    thanks: str
    support: NotRequired[str]


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
    rests: NotRequired[bool]
    """Whether its break screens are shown."""
    audience: NotRequired[str]
    """Whom it asks, as surveys.enums.Audience; absent means young people."""
    assistant: NotRequired[bool]
    """Whether a drawn guide says its messages to the younger bands; absent means no."""


def keeps_of(definition: Definition) -> Keeps:
    """Return what young people were told about how long their answers are kept."""
    return definition.get("keeps", KEEP_DAYS)


def audience_of(definition: Definition) -> Audience:
    """Return whom an edition asks."""
    return Audience(definition.get("audience", Audience.YOUNG_PEOPLE))


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

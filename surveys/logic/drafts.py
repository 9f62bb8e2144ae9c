"""A survey as it is being drafted, without database or Wagtail, and its parts."""

from dataclasses import dataclass, field

from surveys.audience import Audience
from surveys.logic.conditions import Condition
from surveys.logic.definition import KEEP_DAYS, Keeps, Picture, Sound

SURVEY_PARTS = ("title", "introduction", "thanks", "support")
OPTION = "option."
ALT = "alt."


@dataclass(frozen=True)
class DraftOption:
    """One option: its key and its base words; `block_id` is the editor's own.

    `is_other` asks for words of one's own; `is_alone` clears the others.
    """

    key: str
    text: str
    block_id: str = ""
    picture: Picture | None = None
    is_other: bool = False
    is_alone: bool = False


@dataclass(frozen=True)
class DraftQuestion:
    """One question or message with its base words; `kind` is a QuestionKind value.

    The fields mean what they mean in surveys.logic.definition; empty is the usual.
    """

    key: str
    kind: str
    prompt: str
    help: str = ""
    options: tuple[DraftOption, ...] = ()
    low: str = ""
    high: str = ""
    block_id: str = ""
    picture: Picture | None = None
    age_bands: tuple[str, ...] = ()
    show_if: Condition | None = None
    most: int = 0
    not_sure: bool = False
    not_said: bool = False
    date_parts: str = ""
    sensitive: bool = False
    decision: str = ""
    about_them: bool = False
    key_theme: str = ""
    pack: str = ""


@dataclass(frozen=True)
class Draft:
    """A survey's structure and base wording."""

    title: str
    introduction: str
    thanks: str
    mode: str
    base_language: str
    languages: tuple[str, ...]
    age_bands: tuple[str, ...]
    breakdowns: tuple[str, ...]
    questions: tuple[DraftQuestion, ...]
    keeps: Keeps = field(default_factory=KEEP_DAYS.copy)
    support: str = ""
    rests: bool = True
    assistant: bool = False
    older_too: bool = False
    """Whether older bands are also asked what a younger one is asked."""
    audience: str = Audience.YOUNG_PEOPLE.value
    carried: tuple["Written", ...] = ()
    """Wordings that packs bring with them; nobody may word those otherwise."""

    @property
    def other_languages(self) -> list[str]:
        """Return the languages that need wordings of their own."""
        return [code for code in self.languages if code != self.base_language]


@dataclass(frozen=True)
class Part:
    """One piece of base wording; `key` is empty for the survey's own words."""

    key: str
    part: str
    text: str
    picture: Picture | None = None

    @property
    def name(self) -> tuple[str, str]:
        """Return what names the part within its survey."""
        return self.key, self.part

    @property
    def is_heard(self) -> bool:
        """Say whether young people can listen to it: what questions say."""
        return bool(self.key) and not self.part.startswith(ALT)

    @property
    def is_seen(self) -> bool:
        """Say whether it may have a picture: a question, or one of its options."""
        return self.is_heard and self.part not in {"help", "low", "high"}


@dataclass(frozen=True)
class Written:
    """A wording somebody wrote: for which part, band (or ANY_BAND) and language."""

    key: str
    part: str
    age_band: str
    language: str
    text: str
    base: str
    picture: Picture | None = None
    sound: Sound | None = None
    said: str = ""
    """What the recording says."""


def parts_of(draft: Draft) -> list[Part]:
    """Return every part that has base words, in the order they are read."""
    parts = [Part("", part, getattr(draft, part)) for part in SURVEY_PARTS]
    for question in draft.questions:
        parts += question_parts(question)
    return [part for part in parts if part.text]


def parts_to_word(draft: Draft) -> list[Part]:
    """Return the parts that people word: all but those of packs."""
    fixed = {question.key for question in draft.questions if question.pack}
    return [part for part in parts_of(draft) if part.key not in fixed]


def question_parts(question: DraftQuestion) -> list[Part]:
    """Return one question's parts: its own words, then its options', then its ends.

    What a picture shows is a part of its own, "alt." before the part it belongs to.
    """
    key = question.key
    options = [
        part
        for option in question.options
        for part in _seen_parts(key, OPTION + option.key, option.text, option.picture)
    ]
    return [
        *_seen_parts(key, "prompt", question.prompt, question.picture),
        Part(key, "help", question.help),
        *options,
        Part(key, "low", question.low),
        Part(key, "high", question.high),
    ]


def _seen_parts(key: str, part: str, text: str, picture: Picture | None) -> list[Part]:
    """Return a part, and what its picture shows where there is one."""
    parts = [Part(key, part, text, picture)]
    return [*parts, Part(key, ALT + part, picture["alt"])] if picture else parts

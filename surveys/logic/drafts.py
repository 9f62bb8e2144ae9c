"""A survey as it is being drafted, without database or Wagtail, and its parts."""

from dataclasses import dataclass, field

from surveys.logic.definition import KEEP_DAYS, Keeps

SURVEY_PARTS = ("title", "introduction", "thanks")
QUESTION_PARTS = ("prompt", "help", "low", "high")
OPTION = "option."


@dataclass(frozen=True)
class DraftOption:
    """One option: its key and its base words; `block_id` is the editor's own."""

    key: str
    text: str
    block_id: str = ""


@dataclass(frozen=True)
class DraftQuestion:
    """One question or message with its base words; `kind` is a QuestionKind value."""

    key: str
    kind: str
    prompt: str
    help: str = ""
    options: tuple[DraftOption, ...] = ()
    low: str = ""
    high: str = ""
    block_id: str = ""


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

    @property
    def name(self) -> tuple[str, str]:
        """Return what names the part within its survey."""
        return self.key, self.part


@dataclass(frozen=True)
class Written:
    """A wording somebody wrote: for which part, band (or ANY_BAND) and language."""

    key: str
    part: str
    age_band: str
    language: str
    text: str
    base: str


def parts_of(draft: Draft) -> list[Part]:
    """Return every part that has base words, in the order they are read."""
    parts = [Part("", part, getattr(draft, part)) for part in SURVEY_PARTS]
    for question in draft.questions:
        parts += question_parts(question)
    return [part for part in parts if part.text]


def question_parts(question: DraftQuestion) -> list[Part]:
    """Return one question's parts: its own words, then its options'."""
    own = [
        Part(question.key, part, getattr(question, part)) for part in QUESTION_PARTS[:2]
    ]
    options = [
        Part(question.key, OPTION + option.key, option.text)
        for option in question.options
    ]
    ends = [
        Part(question.key, part, getattr(question, part)) for part in QUESTION_PARTS[2:]
    ]
    return own + options + ends

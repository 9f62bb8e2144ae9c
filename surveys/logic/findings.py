"""What a look through a draft finds, and what it is measured against; pure.

`Found` is a fact; the sentence for people is made in surveys.queries.found_sentences.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from surveys.logic.drafts import Draft


class Level(StrEnum):
    """Whether something stops publishing, or is only to be thought of again."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """What can be found in a draft and its wordings."""

    READING_AGE = "reading_age"
    LONG_SENTENCE = "long_sentence"
    JARGON = "jargon"
    ANONYMOUS = "anonymous"
    TOO_MANY = "too_many"
    TOO_LONG = "too_long"
    SENSITIVE_FIRST = "sensitive_first"
    SENSITIVE_LAST = "sensitive_last"
    NO_SUPPORT = "no_support"
    SCALE_WITHOUT_WORDS = "scale_without_words"
    NO_ALT = "no_alt"
    NO_SOUND = "no_sound"
    NO_DECISION = "no_decision"
    ABOUT_THEM = "about_them"
    NOT_ASKED = "not_asked"
    DEAD_END = "dead_end"

    @property
    def level(self) -> Level:
        """Return how much it matters."""
        return Level.ERROR if self in ERRORS else Level.WARNING


ERRORS = frozenset(
    {
        Code.SCALE_WITHOUT_WORDS,
        Code.NO_ALT,
        Code.NO_DECISION,
        Code.NOT_ASKED,
        Code.DEAD_END,
    }
)


@dataclass(frozen=True)
class Found:
    """One thing found: in which question (its key, or ""), language and age bands.

    `facts` holds the figures and words that the sentence names.
    """

    code: Code
    question: str = ""
    language: str = ""
    bands: tuple[str, ...] = ()
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Standards:
    """What a draft is measured against: the ages of each band, and jargon.

    `ages` gives the youngest and oldest age of a band's key; `jargon` a language's
    terms, each with what to say instead.
    """

    ages: Mapping[str, tuple[int, int]]
    jargon: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def oldest(self, band: str) -> int:
        """Return the oldest age of a band; one nobody knows is a grown one."""
        return self.ages.get(band, (0, GROWN))[1]


GROWN = 25
YOUNGEST_UNTIL = 7
PRIMARY_UNTIL = 11
# The numbers of questions that Bright Spots asks of its bands (PRACTICE.md).
MOST_QUESTIONS = {YOUNGEST_UNTIL: 13, PRIMARY_UNTIL: 34, GROWN: 49}
MOST_MINUTES = 15
MOST_ABOUT_THEM = 3
# The reading age to write for (PRACTICE.md: 9); the youngest band's is its own oldest.
AIM = {YOUNGEST_UNTIL: 7, GROWN: 9}


def most_questions(oldest: int) -> int:
    """Return how many questions a band whose oldest are `oldest` is asked at most."""
    return next((n for age, n in MOST_QUESTIONS.items() if oldest <= age), 49)


def reading_age_for(oldest: int) -> int:
    """Return the reading age to write for, for a band whose oldest are `oldest`."""
    return AIM[YOUNGEST_UNTIL] if oldest <= YOUNGEST_UNTIL else AIM[GROWN]


def younger_bands(draft: Draft, standards: Standards) -> list[str]:
    """Return the bands of the draft for whom sentences are short: up to primary."""
    return [b for b in draft.age_bands if standards.oldest(b) <= PRIMARY_UNTIL]


@dataclass(frozen=True)
class Finding:
    """What was found, as people read it: in a sentence, and what to do about it.

    `about` names the question it is in, in its own words; `href` leads to where it is
    mended, `action` says so.
    """

    level: Level
    sentence: str
    mend: str = ""
    about: str = ""
    href: str = ""
    action: str = ""

    @property
    def is_error(self) -> bool:
        """Say whether it stops publishing."""
        return self.level is Level.ERROR


def error(
    sentence: str, mend: str = "", *, href: str = "", action: str = ""
) -> Finding:
    """Return a finding that stops publishing."""
    return Finding(Level.ERROR, sentence, mend, href=href, action=action)


def warning(
    sentence: str, mend: str = "", *, href: str = "", action: str = ""
) -> Finding:
    """Return a finding to be thought of again."""
    return Finding(Level.WARNING, sentence, mend, href=href, action=action)

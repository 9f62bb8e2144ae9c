"""What a file of wordings says, whichever its kind; pure."""

from dataclasses import dataclass
from enum import Enum

LONGEST_FILE = 5 * 1024 * 1024


class FileTrouble(Enum):
    """Why a file cannot be taken."""

    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    NOT_OURS = "not_ours"
    FORMULA = "formula"
    TWICE = "twice"


class BadFile(ValueError):
    """The file cannot be taken; `trouble` says why, `where` in which line."""

    def __init__(self, trouble: FileTrouble, where: str = "") -> None:
        """Remember both."""
        super().__init__(f"{trouble.value} {where}".strip())
        self.trouble = trouble
        self.where = where


@dataclass(frozen=True)
class About:
    """Which words a file holds: of which survey, language and age band (or "")."""

    survey: str
    language: str
    age_band: str


@dataclass(frozen=True)
class Line:
    """One part: its base words, and the words in the language of the file.

    `was` is the base wording the words were written from, where it was another.
    `is_sure` says that whoever sent it holds the words right for `base`.
    """

    key: str
    part: str
    base: str
    text: str
    was: str | None = None
    label: str = ""
    heading: str = ""
    is_sure: bool = False

    @property
    def name(self) -> tuple[str, str]:
        """Return what names the part within its survey."""
        return self.key, self.part


@dataclass(frozen=True)
class WordingFile:
    """What was read of a file."""

    about: About
    lines: tuple[Line, ...]


def each_once(lines: list[Line]) -> tuple[Line, ...]:
    """Return `lines`; raises BadFile when one part stands there twice."""
    seen: set[tuple[str, str]] = set()
    for line in lines:
        if line.name in seen:
            raise BadFile(FileTrouble.TWICE, ".".join(line.name))
        seen.add(line.name)
    return tuple(lines)

"""What a file of a codebook says, whichever its kind; pure."""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from enum import Enum
from typing import Any
from uuid import UUID

from voice.themes.logic.tidy_words import tidy, tidy_line
from voice.themes.logic.wordings import numbers_brought

LONGEST_FILE = 5 * 1024 * 1024
MOST_LINES = 2000
LONGEST_NAME = 100
LONGEST_SENTENCE = 300
COLOURS = ("teal", "plum", "indigo", "rust", "moss")
STATES = ("proposed", "agreed", "retired")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
KINDS = ("theme", "something_else", "no_reason")


class CodebookTrouble(Enum):
    """Why a file cannot be taken."""

    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    FORMULA = "formula"
    NAMELESS = "nameless"
    TWICE = "twice"
    NO_PARENT = "no_parent"
    LANGUAGE = "language"
    NUMBERS = "numbers"
    LONG_WORDS = "long_words"


class BadCodebook(ValueError):
    """The file cannot be taken; `trouble` says why, `where` at which theme."""

    def __init__(self, trouble: CodebookTrouble, where: str = "") -> None:
        """Remember both."""
        super().__init__(f"{trouble.value} {where}".strip())
        self.trouble = trouble
        self.where = where


@dataclass(frozen=True, slots=True)
class InLanguage:
    """A theme's sentence in another language, and the sentence it was written for."""

    language: str
    words: str
    of: str


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """One theme; `parent` is the name of what it is part of. No guid: a new theme.

    `in_languages` are in the order of their languages, each of them once.
    """

    guid: UUID | None
    name: str
    sentence: str
    include: str = ""
    exclude: str = ""
    example: str = ""
    colour: str = "indigo"
    state: str = "agreed"
    kind: str = "theme"
    heard_from_few: bool = False
    parent: str = ""
    in_languages: tuple[InLanguage, ...] = ()


@dataclass(frozen=True, slots=True)
class CodebookFile:
    """A codebook as a file carries it; another tool's has no guid of its own."""

    guid: UUID | None
    title: str
    themes: tuple[ThemeLine, ...]


def fitted(book: CodebookFile) -> CodebookFile:
    """Return the codebook as ours can hold it.

    Words are tidied; a sentence or a name that is too long is cut, and stands whole
    under "include when". A theme without a sentence says its name. Raises BadCodebook.
    """
    if not book.themes:
        raise BadCodebook(CodebookTrouble.EMPTY)
    if len(book.themes) > MOST_LINES:
        raise BadCodebook(CodebookTrouble.TOO_LONG)
    themes = tuple(_fitted(line) for line in book.themes)
    _refuse_doubles(line.name for line in themes)
    _refuse_doubles(str(line.guid) for line in themes if line.guid)
    _refuse_doubles(line.kind for line in themes if line.kind != "theme")
    alone = {line.name for line in themes if not line.parent}
    for line in themes:
        if line.parent and line.parent not in alone:
            raise BadCodebook(CodebookTrouble.NO_PARENT, line.name)
    return CodebookFile(book.guid, tidy_line(book.title), themes)


def _fitted(line: ThemeLine) -> ThemeLine:
    """Return one theme as ours can hold it."""
    name = tidy_line(line.name)
    if not name:
        raise BadCodebook(CodebookTrouble.NAMELESS)
    sentence = tidy_line(line.sentence) or name
    include = tidy(line.include)
    whole = []
    if len(name) > LONGEST_NAME:
        whole.append(name)
    if len(sentence) > LONGEST_SENTENCE:
        whole.append(tidy(line.sentence))
    return replace(
        line,
        name=_cut(name, LONGEST_NAME),
        sentence=_cut(sentence, LONGEST_SENTENCE),
        include="\n\n".join(filter(None, (*whole, include))),
        exclude=tidy(line.exclude),
        example=tidy(line.example),
        parent=_cut(tidy_line(line.parent), LONGEST_NAME),
        in_languages=_in_languages(line, _cut(sentence, LONGEST_SENTENCE)),
    )


def _in_languages(line: ThemeLine, sentence: str) -> tuple[InLanguage, ...]:
    """Return the sentence in other languages, as the theme's own page would take it.

    Words without a sentence that they were written for are for `sentence`. Raises BadCodebook for a language that there is not, and for numbers that the
    sentence has not.
    """
    kept = []
    for one in sorted(line.in_languages, key=lambda said: said.language):
        words, of = tidy_line(one.words), tidy_line(one.of) or sentence
        if not LANGUAGE.fullmatch(one.language):
            raise BadCodebook(CodebookTrouble.LANGUAGE, one.language)
        if len(words) > LONGEST_SENTENCE:
            raise BadCodebook(CodebookTrouble.LONG_WORDS, line.name)
        if numbers_brought(words, of):
            raise BadCodebook(CodebookTrouble.NUMBERS, line.name)
        if words:
            kept.append(InLanguage(one.language, words, of))
    _refuse_doubles(one.language for one in kept)
    return tuple(kept)


def _cut(words: str, most: int) -> str:
    """Return `words`, or their beginning where they are too long."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _refuse_doubles(values: Iterable[str]) -> None:
    """Raise BadCodebook for a value that stands there twice."""
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise BadCodebook(CodebookTrouble.TWICE, value)
        seen.add(value)


def as_json(book: CodebookFile) -> dict[str, Any]:
    """Return the codebook in names and values that JSON can hold."""
    said = asdict(book)
    said["guid"] = str(book.guid or "")
    said["themes"] = [
        asdict(line) | {"guid": str(line.guid or "")} for line in book.themes
    ]
    return said


def from_json(said: object) -> CodebookFile:
    """Return what `as_json` made something of; raises BadCodebook for anything else."""
    try:
        return _from_json(said)
    except (TypeError, KeyError, ValueError, AttributeError) as broken:
        if isinstance(broken, BadCodebook):
            raise
        raise BadCodebook(CodebookTrouble.UNREADABLE) from None


def _from_json(said: Any) -> CodebookFile:
    """Do it; raises whatever is wrong."""
    lines = [
        ThemeLine(
            **row
            | {
                "guid": UUID(row["guid"]) if row["guid"] else None,
                "in_languages": tuple(InLanguage(**one) for one in row["in_languages"]),
            }
        )
        for row in said["themes"]
    ]
    for line in lines:
        known = line.colour in COLOURS and line.state in STATES and line.kind in KINDS
        if not known or not isinstance(line.heard_from_few, bool):
            raise ValueError(line.colour)
    guid = UUID(said["guid"]) if said["guid"] else None
    return fitted(CodebookFile(guid, said["title"], tuple(lines)))

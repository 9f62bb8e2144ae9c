"""Which comments a reader wants to see, and to whom a language leads; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

MY_LANGUAGES = ""
EVERY_LANGUAGE = "all"
WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader chose: 0 or "" is no choice.

    `language` is a code, MY_LANGUAGES (what leads to me, see Routes) or EVERY_LANGUAGE.
    """

    survey: int = 0
    question: int = 0
    language: str = MY_LANGUAGES
    age_band: str = ""
    state: str = WAITING
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """How many comments are alike in all that can be chosen, and the oldest of them.

    `guess` is a machine's guess of the language; empty when it was not sure.
    """

    survey: int
    question: int
    language: str
    guess: str
    age_band: str
    state: str
    worry: bool
    mine: bool
    count: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class Routes:
    """The languages one reader reads, and those read by anybody in each survey."""

    mine: frozenset[str]
    read: Mapping[int, frozenset[str]]

    def unread(self, cell: Cell) -> list[str]:
        """Return the languages of a cell, answered in or guessed, that nobody reads."""
        return self.nobody_reads((cell.language, cell.guess), survey=cell.survey)

    def nobody_reads(self, codes: Iterable[str], *, survey: int) -> list[str]:
        """Return those of `codes` that no reader of a survey reads, each once."""
        read = self.read.get(survey, frozenset())
        return [code for code in dict.fromkeys(codes) if code and code not in read]

    def lead_here(self, cell: Cell) -> bool:
        """Say whether a cell comes to this reader: in their languages, or in nobody's.

        A guess only ever adds a reader; it takes none away.
        """
        return bool({cell.language, cell.guess} & self.mine or self.unread(cell))


def matches(cell: Cell, wanted: Wanted, *, routes: Routes) -> bool:
    """Say whether a cell is among what is wanted."""
    return (
        wanted.survey in {0, cell.survey}
        and wanted.question in {0, cell.question}
        and wanted.age_band in {"", cell.age_band}
        and wanted.state == cell.state
        and (cell.mine or not wanted.mine)
        and in_language(cell, wanted.language, routes=routes)
    )


def in_language(cell: Cell, language: str, *, routes: Routes) -> bool:
    """Say whether a cell is in the language that was chosen."""
    if language == EVERY_LANGUAGE:
        return True
    if language == MY_LANGUAGES:
        return routes.lead_here(cell)
    return language in {cell.language, cell.guess}

"""Reads wordings as a file has them, and what a file would change."""

from collections.abc import Iterable
from dataclasses import dataclass

from surveys.logic.differences import Piece, differences
from surveys.logic.plain import plain_words
from surveys.logic.wording_files import About, Line, WordingFile
from surveys.models import Survey
from surveys.queries.wordings import Row


@dataclass(frozen=True)
class Change:
    """What a file would change of one part: the words, or that they are right now.

    `base` is the base wording its words were written from.
    """

    row: Row
    after: str
    base: str

    @property
    def pieces(self) -> list[Piece]:
        """Return what goes and what comes, word by word."""
        return differences(self.row.text, self.after)

    @property
    def is_right_now(self) -> bool:
        """Say whether the words stay, and are said to be right for the base of now."""
        return self.row.text == self.after

    @property
    def is_of_before(self) -> bool:
        """Say whether the words were written from a base wording that has changed."""
        return self.base != self.row.base


@dataclass(frozen=True)
class Preview:
    """What a file would change, and what of it the survey does not ask any more."""

    changes: list[Change]
    unknown: list[Line]


def about_file(survey: Survey, language: str, age_band: str) -> About:
    """Return what a file of these words says of itself."""
    return About(survey=survey.slug, language=language, age_band=age_band)


def lines_of(rows: Iterable[Row]) -> list[Line]:
    """Return the lines of a file that holds `rows`."""
    return [
        Line(
            key=row.key,
            part=row.part,
            base=_plain(row.base),
            text=row.text,
            was=None if row.was is None else _plain(row.was),
            label=row.label,
            heading=row.heading,
        )
        for row in rows
    ]


def preview_of(file: WordingFile, rows: list[Row]) -> Preview:
    """Return what `file` would change of `rows`; an empty cell leaves words alone."""
    by_name = {row.name: row for row in rows}
    changes = [
        change
        for line in file.lines
        if line.name in by_name and (change := _change(line, by_name[line.name]))
    ]
    return Preview(changes, [line for line in file.lines if line.name not in by_name])


def _change(line: Line, row: Row) -> Change | None:
    """Return what one line would change, or None."""
    after = plain_words(line.text, lines=True)
    base = line.base if line.was is None else line.was
    if _plain(base) == _plain(row.base):
        base = row.base
    is_other = after != plain_words(row.text, lines=True)
    is_right_now = row.is_stale and line.is_sure and base == row.base
    if not after or not (is_other or is_right_now):
        return None
    return Change(row, after if is_other else row.text, base)


def _plain(text: str) -> str:
    """Return a text as files keep it."""
    return plain_words(text, lines=True)

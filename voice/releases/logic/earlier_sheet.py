"""The sheet in which the counts of an earlier round are written down; pure.

Four columns: a key that stays as it is, the question, the answer, how many. A question
that is empty throughout was not asked then.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from voice.releases.logic.earlier import EarlierCounts, Measures
from voice.releases.logic.round_trouble import BadRound, RowError, Trouble
from voice.releases.logic.tally import ClosedQuestion, Row

SIGN = "Voice earlier round"
HEADINGS_AT = 3
FIRST = HEADINGS_AT + 1
MOST_PEOPLE = 100_000
ANSWERED, WROTE = "people:answered", "people:wrote"
# How other tools write a count that they hide.
HIDDEN_THERE = frozenset({"*", "-", "–", "c", "x", "n/a", "na", "suppressed", "hidden"})

Grid = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Line:
    """One row to fill in."""

    key: str
    question: str
    answer: str


def lines_of(measures: Measures, said: Mapping[str, str]) -> list[Line]:
    """Return the rows of a survey's sheet.

    `said` are words for “everybody”, “themes” and the keys ANSWERED and WROTE, and
    for “answered”, how many answered one question.
    """
    lines = [Line(ANSWERED, said["everybody"], said[ANSWERED])]
    for question in measures.questions:
        base = f"question:{question.key}"
        lines.append(Line(base, question.prompt, said["answered"]))
        lines += [
            Line(f"{base}:{key}", question.prompt, text)
            for key, text in question.options
        ]
    if measures.themes:
        lines.append(Line(WROTE, said["themes"], said[WROTE]))
    lines += [
        Line(f"theme:{one.key}", said["themes"], one.name) for one in measures.themes
    ]
    return lines


def grid_to_fill(
    measures: Measures, lines: Iterable[Line], headings: Sequence[str]
) -> list[list[str]]:
    """Return the whole sheet, with nothing filled in; `headings` are of four columns."""
    head = [[SIGN, measures.survey["slug"]], [], list(headings)]
    return [*head, *([one.key, one.question, one.answer, ""] for one in lines)]


def is_ours(grid: Grid) -> bool:
    """Say whether a file was begun from our sheet."""
    return _cell(grid[0], 0) == SIGN


def read_counts(grid: Grid, measures: Measures) -> EarlierCounts:
    """Return the counts of a sheet of ours; raises BadRound with every row's trouble."""
    if not is_ours(grid):
        raise BadRound([RowError(0, Trouble.NOT_OURS)])
    if _cell(grid[0], 1) != measures.survey["slug"]:
        raise BadRound([RowError(0, Trouble.OTHER_SURVEY, _cell(grid[0], 1))])
    filled = _filled(grid, measures)
    answered = filled.number(ANSWERED)
    if answered is None and not filled.is_wrong(ANSWERED):
        filled.wrong(ANSWERED, Trouble.NO_TOTAL)
    questions = dict(_questions(filled, measures.questions, answered))
    themes = _themes(filled, measures, answered)
    if not questions and not themes and not filled.errors:
        raise BadRound([RowError(0, Trouble.NOTHING)])
    if filled.errors:
        raise BadRound(filled.errors)
    return EarlierCounts(
        answered=answered or 0,
        questions=questions,
        wrote=filled.number(WROTE) or 0,
        themes=themes,
    )


@dataclass
class _Filled:
    """What stands in the rows: numbers by key, and where each key stands."""

    numbers: dict[str, int] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)
    errors: list[RowError] = field(default_factory=list)
    _wrong: set[str] = field(default_factory=set)

    def number(self, key: str) -> int | None:
        """Return the number beside a key; None where there is none, or a wrong one."""
        return self.numbers.get(key)

    def wrong(
        self, key: str, trouble: Trouble, said: str = "", other: str = ""
    ) -> None:
        """Note what is wrong beside a key."""
        self._wrong.add(key)
        self.errors.append(RowError(self.rows.get(key, 0), trouble, said, other))

    def is_wrong(self, key: str) -> bool:
        """Say whether something is wrong beside a key."""
        return key in self._wrong


def _cell(row: Sequence[str], at: int) -> str:
    """Return one cell, empty past the end of its row."""
    return row[at].strip() if at < len(row) else ""


def _filled(grid: Grid, measures: Measures) -> _Filled:
    """Return what stands in the rows; keys that are not the survey's are wrong."""
    known = {line.key for line in lines_of(measures, _NO_WORDS)}
    filled = _Filled()
    for at, row in enumerate(grid[HEADINGS_AT:], start=FIRST):
        key, said = _cell(row, 0), _cell(row, 3)
        if not key and not said:
            continue
        if key not in known:
            filled.errors.append(RowError(at, Trouble.UNKNOWN_KEY, key))
        elif key in filled.rows:
            filled.errors.append(RowError(at, Trouble.TWICE, key))
        else:
            filled.rows[key] = at
            _read(filled, key, said)
    return filled


_NO_WORDS = dict.fromkeys(("everybody", "themes", "answered", ANSWERED, WROTE), "")


def _read(filled: _Filled, key: str, said: str) -> None:
    """Read the number beside a key, where there is one."""
    if not said:
        return
    found = number_in(said)
    if isinstance(found, Trouble):
        filled.wrong(key, found, said)
    else:
        filled.numbers[key] = found


def number_in(said: str) -> int | Trouble:
    """Return the whole number that a cell says, or why it says none."""
    plain = re.sub(r"(?<=\d)[,\u00a0\u202f ](?=\d{3}(\D|$))", "", said.strip())
    plain = re.sub(r"\.0+$", "", plain)
    if plain.isdecimal():
        return (
            int(plain)
            if len(plain) < 7 and int(plain) <= MOST_PEOPLE
            else (Trouble.TOO_BIG)
        )
    if plain.startswith("="):
        return Trouble.FORMULA
    if plain.endswith("%"):
        return Trouble.PERCENT
    if plain.startswith(("<", "≤")) or plain.lower() in HIDDEN_THERE:
        return Trouble.HIDDEN
    return Trouble.NOT_A_NUMBER


def _questions(
    filled: _Filled, questions: Iterable[ClosedQuestion], answered: int | None
) -> Iterator[tuple[str, Row]]:
    """Yield the counts of each question that was filled in; what is wrong is noted."""
    for question in questions:
        base = f"question:{question.key}"
        keys = [f"{base}:{key}" for key, _text in question.options]
        if not any(key in filled.numbers for key in (base, *keys)):
            continue
        if any(filled.is_wrong(key) for key in (base, *keys)):
            continue
        row = _row(filled, question, base, keys)
        if row is None:
            continue
        if answered is not None and row.answered > answered:
            filled.wrong(base, Trouble.MORE_THAN_ALL, str(row.answered), str(answered))
        else:
            yield question.key, row


def _row(
    filled: _Filled, question: ClosedQuestion, base: str, keys: Sequence[str]
) -> Row | None:
    """Return the counts of one question; None when they cannot be, which is noted."""
    texts = dict(question.options)
    empty = [key for key in keys if filled.number(key) is None]
    for key in empty:
        filled.rows.setdefault(key, filled.rows.get(base, 0))
        text = texts[key.removeprefix(f"{base}:")]
        filled.wrong(key, Trouble.MISSING, other=text)
    if empty:
        return None
    counts = tuple(filled.numbers[key] for key in keys)
    answered = filled.number(base)
    if answered is None and not question.adds_up:
        filled.wrong(base, Trouble.MISSING, other=question.prompt)
        return None
    row = Row(sum(counts) if answered is None else answered, counts)
    return row if _adds_up(filled, question, base, row) else None


def _adds_up(filled: _Filled, question: ClosedQuestion, base: str, row: Row) -> bool:
    """Say whether counts can be of so many who answered; what is wrong is noted."""
    together, answered = sum(row.counts), str(row.answered)
    if question.adds_up and together != row.answered:
        filled.wrong(base, Trouble.DOES_NOT_ADD_UP, str(together), answered)
        return False
    if max(row.counts, default=0) > row.answered:
        most = str(max(row.counts))
        filled.wrong(base, Trouble.MORE_THAN_ANSWERED, most, answered)
        return False
    if together < row.answered:
        filled.wrong(base, Trouble.FEWER_THAN_ANSWERED, str(together), answered)
        return False
    return True


def _themes(
    filled: _Filled, measures: Measures, answered: int | None
) -> dict[str, int]:
    """Return how many said each theme that was filled in; what is wrong is noted."""
    keys = {one.key: f"theme:{one.key}" for one in measures.themes}
    sizes = {
        key: filled.numbers[line]
        for key, line in keys.items()
        if line in filled.numbers
    }
    wrote = filled.number(WROTE)
    if wrote is None:
        if sizes and not filled.is_wrong(WROTE):
            filled.rows.setdefault(WROTE, filled.rows[keys[next(iter(sizes))]])
            filled.wrong(WROTE, Trouble.MISSING, other="")
        return {}
    if answered is not None and wrote > answered:
        filled.wrong(WROTE, Trouble.MORE_THAN_ALL, str(wrote), str(answered))
    for key, size in sizes.items():
        if size > wrote:
            filled.wrong(keys[key], Trouble.MORE_THAN_WROTE, str(size), str(wrote))
    return sizes

"""Counts an export with a row for each young person and a column for each question; pure.

As most tools write one. Only columns headed by one of our questions are looked at, and
only for answers of ours: what else a child wrote there is read by nobody and kept nowhere.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from surveys.enums import QuestionKind
from voice.releases.logic.earlier import EarlierCounts, Measures
from voice.releases.logic.round_trouble import BadRound, RowError, Trouble
from voice.releases.logic.tally import SCALE_BANDS, ClosedQuestion, Row

Grid = Sequence[Sequence[str]]
BETWEEN = re.compile(r"\s*[;|\n]\s*")


def columns_of(grid: Grid, measures: Measures) -> dict[str, list[int]]:
    """Return the columns headed by each question: by its words, or by its key."""
    found: dict[str, list[int]] = {}
    names = {
        plainly(name): question.key
        for question in measures.questions
        for name in (question.key, question.prompt)
    }
    for at, heading in enumerate(grid[0]):
        key = names.get(plainly(heading))
        if key is not None:
            found.setdefault(key, []).append(at)
    return found


def plainly(words: str) -> str:
    """Return words without what tools change of them: case, spaces, the last mark."""
    return " ".join(words.replace("’", "'").casefold().split()).rstrip(" ?.!:")


def count_answers(grid: Grid, measures: Measures) -> EarlierCounts:
    """Return the counts of an export; raises BadRound.

    The first row holds the questions, each one after it is of one young person.
    """
    columns = columns_of(grid, measures)
    asked = [one for one in measures.questions if one.key in columns]
    if not asked:
        raise BadRound([RowError(0, Trouble.NOT_OURS)])
    people = [
        (at, row)
        for at, row in enumerate(grid[1:], start=2)
        if any(map(str.strip, row))
    ]
    errors: list[RowError] = []
    rows = {one.key: _counted(one, columns[one.key], people, errors) for one in asked}
    if errors:
        raise BadRound(errors)
    if not any(row.answered for row in rows.values()):
        raise BadRound([RowError(0, Trouble.NOTHING)])
    return EarlierCounts(
        answered=len(people),
        questions={key: row for key, row in rows.items() if row.answered},
    )


def _counted(
    question: ClosedQuestion,
    columns: Sequence[int],
    people: Iterable[tuple[int, Sequence[str]]],
    errors: list[RowError],
) -> Row:
    """Return the counts of one question; answers that are not its own are noted."""
    names = _names(question)
    counts: Counter[str] = Counter()
    answered = 0
    for at, row in people:
        said = [row[column].strip() for column in columns if column < len(row)]
        picked = set()
        for one in _answers(said, question, names):
            if plainly(one) in names:
                picked.add(names[plainly(one)])
            else:
                wrong = RowError(at, Trouble.NO_SUCH_ANSWER, one[:40], question.prompt)
                errors.append(wrong)
        answered += bool(picked)
        counts.update(picked)
    return Row(answered, tuple(counts[key] for key, _text in question.options))


def _answers(
    said: Iterable[str], question: ClosedQuestion, names: dict[str, str]
) -> list[str]:
    """Return the answers in somebody's cells; of several choices, each one by itself.

    Of options in order, the first, which is put first.
    """
    cells = [one for one in said if one]
    if question.kind not in {QuestionKind.SEVERAL, QuestionKind.ORDER}:
        return cells[:1]
    apart = [
        piece
        for one in cells
        for piece in ([one] if plainly(one) in names else BETWEEN.split(one))
        if piece
    ]
    return apart[:1] if question.kind == QuestionKind.ORDER else apart


def _names(question: ClosedQuestion) -> dict[str, str]:
    """Return what each option may be called in a file; on a scale, its numbers."""
    names = {
        plainly(name): key for key, text in question.options for name in (text, key)
    }
    if question.kind == QuestionKind.SCALE:
        names |= {
            str(number): band
            for band, numbers in SCALE_BANDS.items()
            for number in numbers
        }
    return names

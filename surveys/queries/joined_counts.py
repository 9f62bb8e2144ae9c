"""The counts of one question over several editions, and what can be chosen in words."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from surveys.enums import QuestionKind
from surveys.logic.answers import SCALE
from surveys.logic.asked import asked_in
from surveys.logic.comparing import are_alike
from surveys.logic.definition import QuestionDefinition, Words
from surveys.logic.tallying import Cells, added
from surveys.models import CountSheet, Edition

Groups = Mapping[str, int]
NO_GROUPS: Groups = {}


class Joined(NamedTuple):
    """One question over the editions that ask it alike: its cells by option and group.

    `left_out` are the numbers of editions that ask it otherwise; `asked` says whether
    any edition asks it alike.
    """

    options: Mapping[str, Groups]
    left_out: tuple[int, ...]
    asked: bool


def sheets_of(editions: Iterable[Edition], breakdown: str) -> dict[int, CountSheet]:
    """Return the sheets of some editions by one breakdown, by edition; one query."""
    rows = CountSheet.objects.filter(edition__in=list(editions), breakdown=breakdown)
    return {sheet.edition_id: sheet for sheet in rows}


def together(all_cells: Iterable[Cells]) -> Cells:
    """Return the cells of several sheets as one."""
    total: Cells = {}
    for cells in all_cells:
        total = added(total, cells)
    return total


def joined(
    question: QuestionDefinition,
    editions: Sequence[Edition],
    cells: Mapping[int, Cells],
) -> Joined:
    """Return the counts of a question over `editions`, whose `cells` go by their id."""
    key = question["key"]
    found: Cells = {}
    left_out, is_asked = [], False
    for edition in editions:
        other = asked_in(edition.definition, key)
        if other is None:
            continue
        if not are_alike(other, question):
            left_out.append(edition.number)
            continue
        is_asked = True
        if edition.pk in cells:
            found = added(found, {key: cells[edition.pk].get(key, {})})
    return Joined(found.get(key, {}), tuple(sorted(left_out)), is_asked)


def texts_of(question: QuestionDefinition, words: Words) -> list[tuple[str, str]]:
    """Return the key and text of all that can be chosen."""
    if question["kind"] != QuestionKind.SCALE:
        return [(key, words["options"].get(key, key)) for key in question["options"]]
    ends = {0: words["low"], 10: words["high"]}
    return [
        (str(number), f"{number} ({end})" if (end := ends.get(number)) else str(number))
        for number in SCALE
    ]


def percent(part: int, whole: int) -> int:
    """Return a share to the nearest whole; nothing of nothing is 0."""
    return round(100 * part / whole) if whole else 0

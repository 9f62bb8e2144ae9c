"""True counts of many packed responses at once: question × option × group.

Exact, and for those who run the survey alone; everybody else reads releases.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from surveys.logic.packing import STATES, Field, width_of

if TYPE_CHECKING:
    from numpy import ndarray

# Question key → option key or answer state → group → how many; zeros are left out.
Cells = dict[str, dict[str, dict[str, int]]]
# All responses stand under this question and option.
ALL = ""
ANSWERED = "answered"


def tally(
    packed: Sequence[bytes], groups: Sequence[str], layout: Sequence[Field]
) -> Cells:
    """Return the cells of responses, each with the group it is in.

    An answered question has its options, and “answered” for those who chose any.
    """
    import numpy

    names = sorted(set(groups))
    place = {name: number for number, name in enumerate(names)}
    codes = numpy.fromiter((place[one] for one in groups), numpy.intp, len(groups))
    cells: Cells = {}
    _put(cells, ALL, ALL, names, numpy.bincount(codes, minlength=len(names)))
    rows = numpy.frombuffer(b"".join(packed), numpy.uint8).reshape(
        len(packed), width_of(layout)
    )
    for field in layout:
        for option, counts in _of_field(rows, codes, field, len(names)):
            _put(cells, field.key, option, names, counts)
    return cells


def how_many(groups: Sequence[str]) -> Cells:
    """Return how many responses are in each group, whatever they answered."""
    return {ALL: {ALL: dict(Counter(groups))}} if groups else {}


def _of_field(
    rows: "ndarray", codes: "ndarray", field: Field, groups: int
) -> Iterator[tuple[str, "ndarray"]]:
    """Yield each option or state of one question with its counts by group."""
    import numpy

    first = rows[:, field.start].astype(numpy.intp)
    table = numpy.bincount(first * groups + codes, minlength=256 * groups)
    by_code = table.reshape(256, groups)
    yield ANSWERED, by_code[1 : min(STATES.values())].sum(axis=0)
    for state, code in STATES.items():
        yield state, by_code[code]
    for number, option in enumerate(field.options):
        if not field.is_several:
            yield _option(option), by_code[number + 1]
            continue
        bits = rows[:, field.start + 1 + number // 8] >> (number % 8) & 1
        chose = numpy.bincount(codes, weights=bits, minlength=groups)
        yield _option(option), chose.astype(numpy.intp)


def _option(key: str) -> str:
    """Return the name of an option's cells, which no state can have."""
    return f"={key}"


def _put(
    cells: Cells, question: str, option: str, names: Sequence[str], counts: "ndarray"
) -> None:
    """Write down what is not zero."""
    found = {
        name: int(count) for name, count in zip(names, counts, strict=True) if count
    }
    if found:
        cells.setdefault(question, {})[option] = found


def added(
    cells: Mapping[str, Mapping[str, Mapping[str, int]]], more: Cells, *, sign: int = 1
) -> Cells:
    """Return `cells` and `more` together, or `more` taken off with a `sign` of -1."""
    total: Cells = {
        question: {option: dict(groups) for option, groups in options.items()}
        for question, options in cells.items()
    }
    for question, options in more.items():
        for option, groups in options.items():
            row = total.setdefault(question, {}).setdefault(option, {})
            for group, count in groups.items():
                row[group] = row.get(group, 0) + sign * count
    return pruned(total)


def pruned(cells: Cells) -> Cells:
    """Return the cells without zeros and without what is left empty."""
    kept: Cells = {}
    for question, options in cells.items():
        for option, groups in options.items():
            if left := {group: count for group, count in groups.items() if count}:
                kept.setdefault(question, {})[option] = left
    return kept

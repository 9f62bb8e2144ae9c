"""Reads the numbers in what people write of a measure: “75 %”, “1 of 2”, “all”."""

import re
from collections.abc import Sequence

from voice.statement.enums import Direction

_NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d+)?")
_OF = re.compile(r"^\s*(\d[\d,]*)\s+(?:of|out of)\s+(\d[\d,]*)\b", re.IGNORECASE)
_WORDS = {"all": 100.0, "none": 0.0}


def numbers_of(values: Sequence[str]) -> list[float | None]:
    """Return the number in each value of one measure; None where there is none.

    Where any is written “1 of 2”, all are shares: “all” is 100, “none” is 0, and what
    is neither a share nor a percentage cannot stand beside them.
    """
    if any(_OF.match(value) for value in values):
        return [_share(value) for value in values]
    return [_first_number(value) for value in values]


def holds_a_number(value: str) -> bool:
    """Say whether a value can stand in a chart beside others."""
    return numbers_of([value])[0] is not None or value.strip().casefold() in _WORDS


def with_unit(value: str, unit: str) -> str:
    """Return a value as it is told: a bare number with its unit, other words alone."""
    value = value.strip()
    if not unit or not _NUMBER.fullmatch(value):
        return value
    return f"{value}{unit}" if unit == "%" else f"{value} {unit}"


def is_better(before: float, after: float, direction: Direction | str) -> bool | None:
    """Say whether `after` is better than `before`; None when it is the same."""
    if before == after:
        return None
    return (after > before) == (Direction(direction) == Direction.MORE)


def is_reached(value: float, goal: float, direction: Direction | str) -> bool:
    """Say whether a value is at its goal or past it."""
    return value == goal or bool(is_better(goal, value, direction))


def _share(value: str) -> float | None:
    """Return a value as a share of a hundred."""
    found = _OF.match(value)
    if found:
        part, whole = (float(one.replace(",", "")) for one in found.groups())
        return 100 * part / whole if whole else None
    if value.strip().casefold() in _WORDS:
        return _WORDS[value.strip().casefold()]
    return _first_number(value) if "%" in value else None


def _first_number(value: str) -> float | None:
    """Return the first number in a value."""
    found = _NUMBER.search(value)
    return float(found.group().replace(",", "")) if found else None

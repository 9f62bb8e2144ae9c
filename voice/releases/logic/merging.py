"""Small groups join their neighbour in the order that was declared."""

from collections.abc import Sequence

from voice.releases.logic.rule import SMALLEST_GROUP

Group = tuple[tuple[str, ...], int]


def merge_small(groups: Sequence[tuple[str, int]]) -> list[Group]:
    """Return the groups, in order, each of 20 or more; none when two do not remain.

    The smallest one under 20 (the first of equals) joins its smaller neighbour, or
    the one before it when they are equal, until none is left. None is dropped.
    """
    merged: list[Group] = [((key,), size) for key, size in groups]
    while len(merged) > 1:
        at = min(range(len(merged)), key=lambda place: merged[place][1])
        if merged[at][1] >= SMALLEST_GROUP:
            break
        start = _first_of_pair(merged, at)
        (keys, size), (more_keys, more) = merged[start], merged[start + 1]
        merged[start : start + 2] = [(keys + more_keys, size + more)]
    return merged if len(merged) > 1 else []


def _first_of_pair(merged: Sequence[Group], at: int) -> int:
    """Return where the pair begins that group `at` forms with its neighbour."""
    if at == 0:
        return 0
    if at == len(merged) - 1:
        return at - 1
    return at - 1 if merged[at - 1][1] <= merged[at + 1][1] else at

"""What age bands have in common, and what their keys are; pure."""

from collections.abc import Collection, Iterable

Ages = tuple[int, int]


def shared_ages(bands: Iterable[Ages]) -> list[int]:
    """Return the ages that two or more of `bands` hold, youngest first.

    Each band goes from its first age to its second, both within.
    """
    seen: set[int] = set()
    shared: set[int] = set()
    for youngest, oldest in bands:
        ages = set(range(youngest, oldest + 1))
        shared |= ages & seen
        seen |= ages
    return sorted(shared)


def left_out(bands: Collection[Ages]) -> list[int]:
    """Return the ages between the youngest and the oldest that no band holds."""
    if not bands:
        return []
    held = {age for first, last in bands for age in range(first, last + 1)}
    return sorted(set(range(min(held), max(held) + 1)) - held)


def new_key(band: Ages, *, taken: Collection[str]) -> str:
    """Return the key of a new band: its ages, with a number where they are taken."""
    key = f"{band[0]}-{band[1]}"
    number = 2
    while key in taken:
        key = f"{band[0]}-{band[1]}-{number}"
        number += 1
    return key

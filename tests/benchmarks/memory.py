"""What a process keeps in memory, and whether that stays flat while requests come.

Flat is judged in the later half: in the earlier, every page is compiled for the first
time. At most 10 MB may be added in 100,000 requests, which is 105 bytes a request: hardly
one string of a request that is held for ever, so a leak of anything larger is over it.
What noise adds is a few pages given back late by the allocator of a thread. At this
bound two hours at the demonstration's pace add 31 MB, and a web process that is replaced
after 20,000 requests, as gunicorn.conf.py has it, 2 MB in its life.
"""

from collections.abc import Sequence
from pathlib import Path

BOUND = 10.0
"""MB that 100,000 requests may add."""
PER = 100_000
ENOUGH = 50_000
"""A later half of fewer requests says nothing: one page of memory looks like a slope."""
FEWEST = 8

type Sample = tuple[int, float]
"""How many requests were made, and the MB kept then."""


def later_half(samples: Sequence[Sample]) -> list[Sample]:
    """Return those of the second half of the requests."""
    half = samples[-1][0] / 2
    return [one for one in samples if one[0] >= half]


def slope(samples: Sequence[Sample]) -> float:
    """Return the MB that one request adds: least squares through all samples."""
    middle = sum(at for at, _ in samples) / len(samples)
    level = sum(kept for _, kept in samples) / len(samples)
    spread = sum((at - middle) ** 2 for at, _ in samples)
    if not spread:
        return 0.0
    return sum((at - middle) * (kept - level) for at, kept in samples) / spread


def growth(samples: Sequence[Sample]) -> float:
    """Return the MB that 100,000 requests add, as the later half shows it."""
    return slope(later_half(samples)) * PER


def is_flat(samples: Sequence[Sample]) -> bool | None:
    """Say whether memory stays flat; None where there was too little to tell."""
    late = later_half(samples) if samples else []
    if len(late) < FEWEST or late[-1][0] - late[0][0] < ENOUGH * 0.9:
        return None
    return growth(samples) <= BOUND


def kept_by(process: int) -> float:
    """Return the MB that are a process's own, whatever others do with what they share."""
    said = Path(f"/proc/{process}/smaps_rollup").read_text("utf-8").splitlines()
    own = [int(line.split()[1]) for line in said if line.startswith("Private_")]
    if not own:
        raise ValueError(process)
    return sum(own) / 1024


def children_of(process: int) -> list[int]:
    """Return the ids of the processes that this one began."""
    place = Path(f"/proc/{process}/task/{process}/children")
    return sorted(map(int, place.read_text("utf-8").split()))

"""Finds stretches of time that nobody covers; pure."""

from collections.abc import Iterable
from datetime import datetime

Span = tuple[datetime, datetime]


def uncovered(spans: Iterable[Span], covers: Iterable[Span]) -> list[Span]:
    """Return what is left of `spans`, in order of time, once `covers` are taken away."""
    left = list(spans)
    for cover in covers:
        left = [rest for span in left for rest in _without(span, cover)]
    return sorted(left)


def _without(span: Span, cover: Span) -> list[Span]:
    """Return what is left of one span: before and after what is covered."""
    before = (span[0], min(span[1], cover[0]))
    after = (max(span[0], cover[1]), span[1])
    return [rest for rest in (before, after) if rest[0] < rest[1]]

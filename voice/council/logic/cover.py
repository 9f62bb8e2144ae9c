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


def overlaps(spans: Iterable[Span], covers: Iterable[Span]) -> list[Span]:
    """Return what of `spans` somebody covers, in order of time, joined where it touches."""
    covers = list(covers)
    both = sorted(
        (max(span[0], cover[0]), min(span[1], cover[1]))
        for span in spans
        for cover in covers
        if max(span[0], cover[0]) < min(span[1], cover[1])
    )
    joined: list[Span] = []
    for span in both:
        if joined and span[0] <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], span[1]))
        else:
            joined.append(span)
    return joined


def _without(span: Span, cover: Span) -> list[Span]:
    """Return what is left of one span: before and after what is covered."""
    before = (span[0], min(span[1], cover[0]))
    after = (max(span[0], cover[1]), span[1])
    return [rest for rest in (before, after) if rest[0] < rest[1]]

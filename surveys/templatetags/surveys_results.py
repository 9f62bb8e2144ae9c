"""Rows of charts, of what was answered so far."""

from collections.abc import Iterable
from typing import TypedDict

from django import template
from django.utils.translation import gettext as _

from surveys.queries.finishing import Finishing, Part
from surveys.queries.joined_counts import percent

register = template.Library()


class Row(TypedDict):
    """One bar, as components/chart.html draws it."""

    label: str
    words: str
    share: int


@register.filter
def part_rows(parts: Iterable[Part]) -> list[Row]:
    """Return parts of a whole as bars."""
    return [_row(one.text, one.count, one.percent) for one in parts]


@register.filter
def became_rows(of: Finishing) -> list[Row]:
    """Return what became of those who began as bars."""
    said = [
        (_("Finished"), of.finished),
        (_("Left half way"), of.left),
        (_("May still finish"), of.going),
    ]
    return [_row(text, count, percent(count, of.started)) for text, count in said]


def _row(text: str, count: int, of_hundred: int) -> Row:
    """Return one bar, with its count and share beside it."""
    return Row(label=text, words=f"{count} ({of_hundred} %)", share=of_hundred)

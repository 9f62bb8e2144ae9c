"""The figures of a double coding that everybody has coded whole."""

from dataclasses import dataclass

from voice.themes.logic.agreement import (
    Interval,
    alpha,
    alpha_interval,
    alpha_of_theme,
    f1_interval,
    masi,
    response_f1,
)
from voice.themes.models import Theme
from voice.themes.queries.agreement import Codings


@dataclass(frozen=True, slots=True)
class ThemeFigure:
    """How far people agree on one theme; `alpha` is None where it says nothing.

    `heard` is in how many comments somebody heard it, `alike` in how many all did.
    """

    theme: Theme
    alpha: float | None
    heard: int
    alike: int


@dataclass(frozen=True, slots=True)
class Figures:
    """How far people agree, over all themes and on each, the least agreed on first."""

    comments: int
    alpha: float | None
    alpha_interval: Interval | None
    f1: float | None
    f1_interval: Interval | None
    themes: list[ThemeFigure]


def figures_of(codings: Codings) -> Figures:
    """Return the figures of a double coding; meant for one that is complete."""
    units = codings.units
    themes = Theme.objects.in_bulk(
        {theme for unit in units for themes in unit for theme in themes}
    )
    rows = [
        ThemeFigure(
            theme,
            alpha_of_theme(units, pk),
            heard=sum(any(pk in themes for themes in unit) for unit in units),
            alike=sum(all(pk in themes for themes in unit) for unit in units),
        )
        for pk, theme in themes.items()
    ]
    return Figures(
        comments=len(units),
        alpha=alpha(units, masi),
        alpha_interval=alpha_interval(units, masi),
        f1=response_f1(units),
        f1_interval=f1_interval(units),
        themes=sorted(rows, key=_least_agreed_first),
    )


def _least_agreed_first(row: ThemeFigure) -> tuple[bool, float, str]:
    """Return a sort key: figures from low to high, then those that have none."""
    return row.alpha is None, row.alpha or 0.0, row.theme.name

"""Reads of what makes a codebook hard to use or to believe."""

from dataclasses import dataclass

from django.db.models import Count, F

from voice.accounts.permissions import Visitor
from voice.themes.enums import ThemeKind
from voice.themes.logic.codebook_warnings import (
    has_too_many,
    is_seldom,
    overlap,
    shared_percent,
)
from voice.themes.models import Tag, Theme
from voice.themes.queries.codebooks import IN_USE
from voice.themes.queries.theme import kept_for


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two themes, and how much of the smaller one is the other as well."""

    one: Theme
    other: Theme
    percent: int


@dataclass(frozen=True, slots=True)
class CodebookWarnings:
    """What to look at: how many themes when too many, the seldom ones, likely doubles."""

    too_many: int | None
    seldom: frozenset[int]
    overlaps: list[Overlap]


def warnings_of(heard: list[tuple[Theme, int]], *, by: Visitor) -> CodebookWarnings:
    """Return what to look at in a codebook; `heard` is what `themes_of` returned.

    Fall-backs and retired themes are not warned about, nor is a part that says what
    it is part of.
    """
    ours = {
        theme.pk: (theme, number)
        for theme, number in heard
        if theme.state in IN_USE and theme.kind == ThemeKind.THEME
    }
    seldom = frozenset(pk for pk, (_one, number) in ours.items() if is_seldom(number))
    found = [
        Overlap(
            ours[one][0],
            ours[other][0],
            shared_percent(both, ours[one][1], ours[other][1]),
        )
        for one, other, both in _pairs(set(ours) - seldom, by=by)
        if overlap(both, ours[one][1], ours[other][1])
        and not _is_part(ours[one][0], ours[other][0])
    ]
    found.sort(key=lambda pair: (-pair.percent, pair.one.name, pair.other.name))
    return CodebookWarnings(
        len(ours) if has_too_many(len(ours)) else None, seldom, found
    )


def _pairs(themes: set[int], *, by: Visitor) -> list[tuple[int, int, int]]:
    """Return pairs of themes with the number of comments that say both."""
    if len(themes) < 2:
        return []
    rows = (
        Tag.objects.filter(
            theme__in=sorted(themes),
            comment__in=kept_for(by).order_by().values("comment"),
            comment__tags__theme__in=sorted(themes),
            comment__tags__theme__gt=F("theme"),
        )
        .order_by()
        .values("theme", other=F("comment__tags__theme"))
        .annotate(both=Count("comment", distinct=True))
    )
    return [(row["theme"], row["other"], row["both"]) for row in rows]


def _is_part(one: Theme, other: Theme) -> bool:
    """Say whether one of the two is part of the other."""
    return one.parent_id == other.pk or other.parent_id == one.pk

"""Reads of where a theme could stand, and of what becoming one with another would do."""

from dataclasses import dataclass

from django.db.models import QuerySet

from voice.accounts.permissions import Visitor
from voice.themes.enums import ThemeKind
from voice.themes.models import Codebook, Tag, Theme
from voice.themes.queries.codebooks import IN_USE
from voice.themes.queries.theme import kept_for


def possible_parents(codebook: Codebook, theme: Theme | None = None) -> QuerySet[Theme]:
    """Return the themes that a theme of `codebook`, or `theme`, could be part of."""
    themes = codebook.themes.filter(
        kind=ThemeKind.THEME, state__in=IN_USE, parent=None
    ).order_by("name")
    if theme is None:
        return themes
    return themes.none() if theme.children.exists() else themes.exclude(pk=theme.pk)


def other_themes(theme: Theme) -> QuerySet[Theme]:
    """Return the other themes in use of its codebook, fall-backs last."""
    return (
        theme.codebook.themes.filter(state__in=IN_USE)
        .exclude(pk=theme.pk)
        .order_by("-kind", "name")
    )


@dataclass(frozen=True, slots=True)
class Merging:
    """What merging would do, in comments that the asking person may see."""

    goes: int
    both: int
    after: int
    parts: list[Theme]


def what_merging_does(theme: Theme, *, into: Theme, by: Visitor) -> Merging:
    """Return what becomes of the comments and parts of `theme`, merged into `into`."""
    kept = kept_for(by).order_by().values("comment")
    mine = Tag.objects.filter(comment__in=kept).order_by()
    goes, stays = (
        set(mine.filter(theme=one).values_list("comment", flat=True))
        for one in (theme, into)
    )
    return Merging(
        goes=len(goes),
        both=len(goes & stays),
        after=len(goes | stays),
        parts=list(theme.children.filter(state__in=IN_USE).order_by("name")),
    )

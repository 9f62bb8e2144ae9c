"""Reads of what says a theme; only kept text is ever reached from here."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet

from surveys.models import Survey
from surveys.queries.members import surveys_run_by
from voice.accounts.permissions import Visitor
from voice.moderation.models import Reading
from voice.moderation.queries.kept import counted_readings, kept_readings
from voice.themes.enums import ThemeKind, ThemeState
from voice.themes.models import Codebook, Tag, Theme
from voice.themes.queries.agreement import not_coded_blind
from voice.themes.queries.codebooks import IN_USE


def themes_by_response(
    survey: Survey, *, but_not: Collection[int] = ()
) -> dict[UUID, set[int]]:
    """Return, for each response with a tagged kept comment, the ids of its themes.

    Retired themes are not told; fall-backs are. A response without one is not in it,
    nor is what was heard in a session. `but_not` are questions to leave out.
    """
    found: dict[UUID, set[int]] = defaultdict(set)
    rows = Tag.objects.filter(
        comment__in=counted_readings(survey).order_by().values("comment"),
        theme__state__in=IN_USE,
    ).exclude(comment__question__in=but_not)
    rows = rows.order_by()
    for response, theme in rows.values_list("comment__response", "theme").distinct():
        found[response].add(theme)
    return dict(found)


def comments_of_theme(theme: Theme, *, by: Visitor) -> QuerySet[Reading]:
    """Return the kept readings tagged with `theme` that `by` may see, oldest first.

    Each has `comment.tags_of_theme`, its tags of this theme; its words are
    `kept_text()`. Those somebody has yet to code blind are not among them.
    """
    return (
        not_coded_blind(kept_for(by))
        .filter(Exists(Tag.objects.filter(theme=theme, comment=OuterRef("comment"))))
        .select_related("comment__survey")
        .prefetch_related(
            Prefetch(
                "comment__tags",
                Tag.objects.filter(theme=theme).select_related("by"),
                to_attr="tags_of_theme",
            )
        )
        .order_by("arrived_at", "id")
    )


def themes_of(codebook: Codebook, *, by: Visitor) -> list[tuple[Theme, int]]:
    """Return the codebook's themes, each with how many comments `by` may see say it.

    Parts come after what they are part of; fall-backs and retired themes come last.
    """
    heard = dict(
        Tag.objects.filter(
            theme__codebook=codebook,
            comment__in=kept_for(by).order_by().values("comment"),
        )
        .order_by()
        .values_list("theme")
        .annotate(Count("comment", distinct=True))
    )
    themes = sorted(
        codebook.themes.select_related("parent", "merged_into"),
        key=lambda theme: (theme.state == ThemeState.RETIRED, *place_of(theme)),
    )
    return [(theme, heard.get(theme.pk, 0)) for theme in themes]


def place_of(theme: Theme) -> tuple[bool, bool, str, bool, str]:
    """Return a sort key: by name, parts after what they are part of, fall-backs last.

    "No reason given" is the very last.
    """
    return (
        theme.kind != ThemeKind.THEME,
        theme.kind == ThemeKind.NO_REASON,
        theme.parent.name if theme.parent else theme.name,
        theme.parent is not None,
        theme.name,
    )


def kept_for(user: Visitor) -> QuerySet[Reading]:
    """Return the kept readings of the surveys `user` runs."""
    return kept_readings().filter(comment__survey__in=surveys_run_by(user).order_by())

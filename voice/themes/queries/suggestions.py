"""Reads of what the machine proposes."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from voice.themes.logic.held_back import is_held_back
from voice.themes.models import Suggestion, Tag
from voice.themes.queries.codebooks import IN_USE

MOST = 3


def open_suggestions(*, comments: Iterable[UUID]) -> QuerySet[Suggestion]:
    """Return the proposals for these comments that nobody took, likeliest first.

    None for a theme out of use, or that somebody heard in the comment already; none
    for comments tagged without help.
    """
    heard = Tag.objects.filter(comment=OuterRef("comment"), theme=OuterRef("theme"))
    return Suggestion.objects.filter(
        ~Exists(heard),
        comment__in=[one for one in comments if not is_held_back(one)],
        theme__state__in=IN_USE,
        accepted_at=None,
    ).select_related("theme", "comment")


def suggestions_by_comment(comments: Iterable[UUID]) -> dict[UUID, list[Suggestion]]:
    """Return up to three proposals for each of these comments, likeliest first."""
    found: dict[UUID, list[Suggestion]] = defaultdict(list)
    for suggestion in open_suggestions(comments=comments):
        if len(found[suggestion.comment_id]) < MOST:
            found[suggestion.comment_id].append(suggestion)
    return dict(found)

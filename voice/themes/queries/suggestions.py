"""Reads of what the machine proposes."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from surveys.models import Comment, Question
from voice.themes.logic.held_back import is_held_back
from voice.themes.models import Suggestion, Tag, Training
from voice.themes.queries.agreement import hidden_while_coded_blind
from voice.themes.queries.codebooks import IN_USE

MOST = 3
# A screen holds no more; whatever comes beyond it was on none.
ON_A_SCREEN = 20 * MOST


def shows_suggestions(comment: Comment) -> bool:
    """Say whether whoever tags this comment now has the machine's proposals before them.

    Not where the machine has none yet, nor while people code it blind, and never for
    those held back to judge it by.
    """
    if is_held_back(comment.pk):
        return False
    learned = Training.objects.filter(question=comment.question_id)
    blind = hidden_while_coded_blind().filter(pk=comment.pk)
    return learned.exists() and not blind.exists()


def open_suggestions(*, comments: Iterable[UUID]) -> QuerySet[Suggestion]:
    """Return the proposals for these comments that nobody took, likeliest first.

    None for a theme out of use, or that somebody heard in the comment already; none
    for comments tagged without help, or being coded blind.
    """
    heard = Tag.objects.filter(comment=OuterRef("comment"), theme=OuterRef("theme"))
    return Suggestion.objects.filter(
        ~Exists(heard),
        ~Q(comment__in=hidden_while_coded_blind().values("pk")),
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


def accepted_in(said: str, question: Question) -> list[Tag]:
    """Return the tags whose ids an address names, of this question and from proposals."""
    ids = [part for part in said.split("-")[:ON_A_SCREEN] if part.isdecimal()]
    if not ids:
        return []
    found = Tag.objects.filter(
        pk__in=ids, comment__question=question, suggestion__isnull=False
    )
    return list(found.select_related("comment", "theme"))

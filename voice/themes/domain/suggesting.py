"""Taking up what the machine proposes; it becomes a tag only when a person does."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from surveys.models import Comment, Question
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.models import Reading
from voice.themes.domain.tags import CannotTag, remove_tag, tag_comment
from voice.themes.enums import Likeliness
from voice.themes.models import Suggestion, Tag, Theme
from voice.themes.queries.suggestions import open_suggestions

Shown = tuple[UUID, int]


@transaction.atomic
def accept_suggestion(suggestion: Suggestion, *, by: User) -> Tag:
    """Make the proposed tag of the whole comment; who, when and from which training stay.

    Accepted twice, it is one tag, of whoever was first; gone since it was looked up, it
    is the person's own, made with help. Raises what tag_comment raises.
    """
    _hold([suggestion.comment_id])
    held = Suggestion.objects.filter(pk=suggestion.pk).first()
    tag = tag_comment(
        suggestion.comment,
        theme=suggestion.theme,
        by=by,
        suggestion=held,
        is_unaided=False,
    )
    if held and held.accepted_at is None and tag.suggestion_id == held.pk:
        held.accepted_by, held.accepted_at = by, timezone.now()
        held.save(update_fields=("accepted_by", "accepted_at"))
        record(
            "themes.accept_suggestion",
            of=held,
            by=by,
            tag=tag.pk,
            training=held.training_id,
            likeliness=held.likeliness,
        )
    return tag


@transaction.atomic
def take_up(comment: Comment, *, theme: Theme, by: User) -> Tag:
    """Tag the whole comment as a chip on somebody's screen proposed.

    The proposal may have given way since to those of a newer training: the one that
    stands now is accepted, and without one it is the person's own tag, made with help.
    Raises what tag_comment raises.
    """
    standing = open_suggestions(comments=[comment.pk]).filter(theme=theme).first()
    if standing is not None:
        return accept_suggestion(standing, by=by)
    return tag_comment(comment, theme=theme, by=by, is_unaided=False)


@transaction.atomic
def accept_all_sure(
    question: Question, *, shown: Iterable[Shown], by: User
) -> list[Tag]:
    """Accept each proposal that was on the screen as sure, and still is; return the tags.

    `shown` holds pairs of comment and theme; any other, of another question or not
    sure, is left alone, and so is a comment that may not be tagged any more.
    """
    wanted = set(shown)
    _hold(comment for comment, _theme in wanted)
    standing = open_suggestions(
        comments=[comment for comment, _theme in wanted]
    ).filter(comment__question=question, likeliness=Likeliness.SURE)
    made = []
    for suggestion in standing.order_by("comment", "-score", "pk"):
        if (suggestion.comment_id, suggestion.theme_id) not in wanted:
            continue
        try:
            made.append(accept_suggestion(suggestion, by=by))
        except CannotTag:
            continue
    return made


def _hold(comments: Iterable[UUID]) -> None:
    """Hold the readings of these comments, in the order in which learning holds them.

    Proposals give way to newer ones under the same hold.
    """
    held = Reading.objects.select_for_update().filter(comment__in=list(comments))
    list(held.order_by("pk").values_list("pk"))


@transaction.atomic
def take_back(tags: Iterable[Tag], *, by: User) -> int:
    """Remove those of the tags that `by` made, and return how many; for an undo."""
    own = [tag for tag in tags if tag.by_id == by.pk]
    for tag in own:
        remove_tag(tag, by=by)
    return len(own)

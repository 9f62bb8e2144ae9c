"""What stands on a comment's words goes when they go."""

from django.db import transaction
from django.db.models import QuerySet

from surveys.models import Comment
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.kept_queries import KeptQuery, any_stands_on
from voice.moderation.models import Reading
from voice.themes.domain.tags import said_of
from voice.themes.models import (
    BasketQuote,
    BlindCoding,
    CommentMemo,
    CommentVector,
    SampledComment,
    Suggestion,
    Tag,
)


def _stood_on() -> QuerySet[Comment]:
    """Return one comment, when any row of ours stands on it."""
    ours = [
        (one.related_model, one.field.name)
        for one in Comment._meta.related_objects  # noqa: SLF001 - how Django tells them
        if one.related_model._meta.app_label == Tag._meta.app_label  # noqa: SLF001 - as above
    ]
    return any_stands_on(Comment, ours)


_STOOD_ON = KeptQuery(_stood_on)


def words_are_gone(reading: Reading, by: User | None) -> None:
    """Remove what stood on words that are no longer there; called inside a transaction.

    The child's new words may say something else: everything goes (`by` is None). After
    a person's undo the words are the same, but passages of a kept text are counted in
    characters and may be cut otherwise next time: those go, and tags of the whole
    comment stay, unseen until it is kept again.
    """
    comment = reading.comment_id
    if not _STOOD_ON.rows(id=comment):
        return
    CommentVector.objects.filter(comment=comment).delete()
    Suggestion.objects.filter(comment=comment, accepted_at=None).delete()
    tags = Tag.objects.filter(comment=comment)
    marked = BasketQuote.objects.filter(comment=comment)
    if by is not None:
        tags = tags.exclude(start=0, end=Tag.WHOLE)
        marked = marked.exclude(start=0, end=Tag.WHOLE)
    for tag in tags:
        record("themes.remove_tag", of=tag, by=by, **said_of(tag))
        tag.delete()
    marked.delete()
    if by is None:
        _forget_beside(Comment.objects.filter(pk=comment))


def translation_is_another(reading: Reading) -> None:
    """Forget where a comment stands in meaning; called inside a transaction.

    That was worked out from words that are no longer those it is read in.
    """
    CommentVector.objects.filter(comment=reading.comment_id).delete()


@transaction.atomic
def forget_tags(comments: QuerySet[Comment]) -> dict[str, int]:
    """Remove everything that themes keep about comments that are forgotten."""
    of_them = {"comment__in": comments.order_by()}
    number, _kinds = Tag.objects.filter(**of_them).delete()
    BasketQuote.objects.filter(**of_them).delete()
    CommentVector.objects.filter(**of_them).delete()
    _forget_beside(comments)
    return {"tags": number}


def _forget_beside(comments: QuerySet[Comment]) -> None:
    """Remove memos, suggestions and blind codings of these comments."""
    of_them = {"comment__in": comments.order_by()}
    CommentMemo.objects.filter(**of_them).delete()
    Suggestion.objects.filter(**of_them).delete()
    sampled = SampledComment.objects.filter(**of_them)
    BlindCoding.objects.filter(sampled__in=sampled.order_by()).delete()
    sampled.delete()

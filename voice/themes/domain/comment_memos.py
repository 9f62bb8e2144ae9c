"""Writing something down about a comment, for the other coders."""

from django.db import transaction

from surveys.models import Comment
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.themes.domain.tags import hold_passage
from voice.themes.models import CommentMemo, Tag


@transaction.atomic
def write_comment_memo(comment: Comment, *, words: str, by: User) -> CommentMemo:
    """Keep a memo beside a kept comment, sealed; it is never changed.

    It goes when the comment's words go. Raises NotKept and BeingCodedBlind.
    """
    hold_passage(comment, start=0, end=Tag.WHOLE)
    memo = CommentMemo(comment=comment, by=by)
    memo.write(words)
    memo.save()
    record("themes.write_comment_memo", of=memo, by=by, comment=str(comment.pk))
    return memo

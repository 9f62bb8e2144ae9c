"""Keeps the words of an answer in their comment, and takes them back.

Answering is not audited: nobody is watched while they answer (DESIGN.md section 9).
"""

from datetime import date

from surveys.after_save import comment_saved
from surveys.enums import CommentKind
from surveys.models import Comment, Recording, Response
from surveys.queries.responses import comment_told
from surveys.queries.steps import question_ids
from voice.kept_queries import KeptInsert

_NEW = KeptInsert(Comment)


def keep_words(
    row: Response, *, key: str, words: str, may_quote: bool, week: date
) -> None:
    """Seal `words` in the one comment of this question; the same words change nothing."""
    comment = comment_told(row, key)
    if comment is None:
        comment = Comment(
            survey_id=row.edition.survey_id,
            question_id=question_ids(row.edition)[key],
            response=row,
            language=row.language,
            age_band=row.age_band,
            may_quote=may_quote,
            week=week,
        )
        comment.write(words)
        _NEW.of(comment)
    else:
        before = (comment.may_quote, comment.taken_back)
        comment.may_quote, comment.taken_back = may_quote, False
        if not comment.rewrite(words) and before == (may_quote, False):
            return
        if comment.is_recorded:
            Recording.objects.filter(comment=comment).delete()
            comment.kind = CommentKind.TEXT
        comment.save(update_fields=("kind", "sealed_words", "may_quote", "taken_back"))
    comment_saved(comment)


def take_back(row: Response, *, key: str) -> None:
    """Mark what was said to this as taken back: read for safety, nothing else."""
    comment = comment_told(row, key)
    if comment is not None and not comment.taken_back:
        _taken_back(comment)


def take_all_back(row: Response, *, keys: list[str]) -> None:
    """Mark what was said to each of these as taken back."""
    comments = Comment.objects.filter(
        question__key__in=keys, response=row, taken_back=False
    )
    for comment in comments.order_by("question__position"):
        _taken_back(comment)


def _taken_back(comment: Comment) -> None:
    """Mark one comment as taken back."""
    comment.taken_back = True
    comment.may_quote = False
    comment.save(update_fields=("taken_back", "may_quote"))
    comment_saved(comment)

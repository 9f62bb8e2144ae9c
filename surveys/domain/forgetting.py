"""Takes a response, or a statement, out of the database with all that stands on it."""

from django.db import transaction
from django.db.models import ProtectedError, QuerySet

from surveys.domain.counting import uncount
from surveys.domain.told_through_workers import forget_wishes
from surveys.enums import Agreement, Company, HelpedBy, ResponseState
from surveys.forgetting import forget_above
from surveys.models import (
    Comment,
    Consultation,
    InvitationCode,
    Recording,
    Response,
    SpentReceipt,
)
from surveys.time_taken import Took


@transaction.atomic
def forget_response(response: Response) -> dict[str, int]:
    """Delete answers, comments, recordings, kept text and tags; return how many of each.

    Where an issued quote stands on a comment, an empty row stays for it to
    stand on: no word, no answer, no age. Its receipt still shows how far the
    consultation is, and leads to nobody. Callers audit.
    """
    row = Response.objects.select_for_update().get(pk=response.pk)
    uncount(Response.objects.filter(pk=row.pk))
    row.packed = None
    counts = forget_above(row.comments.all())
    comments = list(row.comments.order_by("pk"))
    empty = [comment for comment in comments if not _deleted(comment)]
    counts["comments"] = len(comments)
    _part_from_receipt(row)
    _forget_wish(row)
    if empty:
        _blank(row)
    else:
        row.set_asides.all().delete()
        row.delete()
    return counts | {"responses": 1}


@transaction.atomic
def forget_comments(comments: QuerySet[Comment]) -> None:
    """Delete some comments of a response with all that stands on them.

    Where an issued quote stands on one, an empty row stays. Callers audit.
    """
    rows = list(comments.order_by("pk"))
    forget_above(comments)
    for comment in rows:
        _deleted(comment)


@transaction.atomic
def forget_statement(comment: Comment) -> dict[str, int]:
    """Delete what was heard in a session, with all that stands on it; return counts.

    Where an issued quote stands on it, an empty row stays. Callers audit.
    """
    counts = forget_above(Comment.objects.filter(pk=comment.pk))
    if not _deleted(comment):
        Comment.objects.filter(pk=comment.pk).update(taken_back=True)
    return counts | {"comments": 1}


def _deleted(comment: Comment) -> bool:
    """Delete a comment, or empty it when something must stay; say which."""
    try:
        with transaction.atomic():
            Recording.objects.filter(comment=comment).delete()
            Comment.objects.filter(pk=comment.pk).delete()
    except ProtectedError:
        Recording.objects.filter(comment=comment).update(sealed_content=b"")
        Comment.objects.filter(pk=comment.pk).update(
            sealed_words=b"", age_band="", may_quote=False
        )
        return False
    return True


def _part_from_receipt(row: Response) -> None:
    """Keep the receipt apart from the row, so that it looks as it did before."""
    if row.receipt_hash is None:
        return
    consultation = Consultation.objects.get(surveys__editions=row.edition_id)
    SpentReceipt.objects.get_or_create(
        receipt_hash=row.receipt_hash, defaults={"consultation": consultation}
    )


def _forget_wish(row: Response) -> None:
    """Forget that whoever holds its number asked to be told through their worker."""
    if row.code_number is not None:
        forget_wishes(
            InvitationCode.objects.filter(
                invitation=row.invitation_id, number=row.code_number
            )
        )


def _blank(row: Response) -> None:
    """Leave nothing of a response but its id and the week."""
    row.set_asides.all().delete()
    row.state = ResponseState.WITHDRAWN
    row.answers = {}
    row.age_band = ""
    row.helped_by, row.company, row.help_given = HelpedBy.NOT_SAID, Company.NOT_SAID, []
    row.agreement, row.is_checked = Agreement.NOT_ASKED, False
    row.code_number = None
    row.return_hash = row.return_until = row.receipt_hash = None
    row.capability_hash = row.touched_at = row.started_at = row.quick_seconds = None
    row.took, row.reached = Took.NOT_KNOWN, None
    row.save()

"""Takes a finished response back, as its young person asked with their receipt.

It counts no more from that moment, and nothing of it is quoted. What was read is
erased at once, with its tags and all that stands on it. What nobody has read yet is
still read, to keep them safe, and then erased too. Issued releases stay as they are,
and so do concerns: the page says so.

The audit has that one was taken back, of which survey, and not which one.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from surveys.domain.counting import uncount
from surveys.domain.erasing import erase_response
from surveys.domain.forgetting import forget_comments
from surveys.enums import ResponseState
from surveys.leaving import response_leaves
from surveys.models import Comment, PaperSlip, Response, Survey
from surveys.queries.receipts import response_of_receipt
from surveys.time_taken import Took
from surveys.unread import unread_comments
from voice.audit.domain.record import record

CAN_BE_WITHDRAWN = frozenset(
    {ResponseState.FINISHED, ResponseState.SET_ASIDE, ResponseState.ENDED}
)


@transaction.atomic
def withdraw_response(response: Response) -> None:
    """Take `response` out of the counts and out of all that travels, and erase it.

    Words nobody has read wait until somebody has (`erase_withdrawn`). Withdrawing
    twice, or what was never finished, changes nothing.
    """
    row = Response.objects.select_for_update(of=("self",)).filter(pk=response.pk)
    locked = row.select_related("edition").first()
    if locked is None or locked.state not in CAN_BE_WITHDRAWN:
        return
    survey = Survey.objects.get(editions=locked.edition_id)
    response_leaves(locked)
    uncount(Response.objects.filter(pk=locked.pk))
    locked.state, locked.answers = ResponseState.WITHDRAWN, {}
    locked.quick_seconds, locked.took = None, Took.NOT_KNOWN
    locked.save(update_fields=("state", "answers", "quick_seconds", "took"))
    locked.set_asides.all().delete()
    # Without comment_saved: what waits to be read goes on waiting in its place.
    locked.comments.update(taken_back=True, may_quote=False)
    record("surveys.withdraw_response", of=survey, by=None)
    waiting = unread_comments(survey)
    if set(locked.comments.values_list("pk", flat=True)) & waiting:
        forget_comments(locked.comments.exclude(pk__in=waiting))
    else:
        erase_response(locked, by=None)


@transaction.atomic
def withdraw_by_receipt(receipt_hash: str) -> None:
    """Take back what belongs to a receipt, now or once its paper is keyed.

    Where nothing belongs to it any more, nothing changes and nothing is said.
    """
    if response := response_of_receipt(receipt_hash):
        withdraw_response(response)
        return
    slips = PaperSlip.objects.filter(receipt_hash=receipt_hash, is_taken_back=False)
    slip = slips.select_related("survey").select_for_update(of=("self",)).first()
    if slip is not None:
        PaperSlip.objects.filter(pk=slip.pk).update(is_taken_back=True)
        record("surveys.withdraw_response", of=slip.survey, by=None)


def erase_withdrawn(now: datetime) -> list[str]:
    """Erase what was withdrawn, once all its words were read; for manage.py run_due."""
    withdrawn = Response.objects.filter(
        Exists(Comment.objects.filter(response=OuterRef("pk"), taken_back=True)),
        state=ResponseState.WITHDRAWN,
        receipt_hash__isnull=False,
    ).select_related("edition__survey")
    erased = 0
    unread: dict[int, set[object]] = {}
    for response in withdrawn.order_by("pk"):
        survey = response.edition.survey
        if survey.pk not in unread:
            unread[survey.pk] = set(unread_comments(survey))
        waiting = unread[survey.pk]
        if not set(response.comments.values_list("pk", flat=True)) & waiting:
            erase_response(response, by=None)
            erased += 1
    return [f"Withdrawn: {erased} responses erased, all read."] if erased else []

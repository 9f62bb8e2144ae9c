"""Gives receipts to young people who answer on paper, before their paper is keyed.

A slip has two halves: the receipt goes home, a number stays with the paper. Keyed with
that number, the answers are the receipt's. The receipt is on the page that was printed
and nowhere else; here it is a keyed hash. See docs/decisions/0048.
"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy

from surveys.domain.withdrawing import withdraw_response
from surveys.enums import CodeKind
from surveys.logic.personal_codes import new_code, signs_of
from surveys.models import PaperSheet, PaperSlip, Response, SpentReceipt, Survey
from surveys.queries.responses import code_hash
from voice.accounts.models import User
from voice.audit.domain.record import record

MOST_AT_ONCE = 120


class NoSuchSlip(Exception):
    """No slip of this survey has that number, or its paper was keyed already."""

    sentence = gettext_lazy(
        "No slip of this survey has that number, or another paper was keyed with it."
    )


@dataclass(frozen=True, slots=True)
class SlipGiven:
    """A slip as it is printed, once: its number, and the receipt in groups."""

    number: int
    receipt: str


@transaction.atomic
def make_slips(survey: Survey, *, number: int, by: User) -> list[SlipGiven]:
    """Make `number` slips and return them; nobody can read their receipts again.

    A receipt works at once, whether or not its paper has come.
    """
    Survey.objects.select_for_update(of=("self",)).get(pk=survey.pk)
    last = survey.paper_slips.aggregate(last=Max("number"))["last"] or 0
    given = {_new_receipt(): place for place in range(last + 1, last + 1 + number)}
    hashes = {receipt: _hashed(receipt) for receipt in given}
    PaperSlip.objects.bulk_create(
        PaperSlip(survey=survey, number=place, receipt_hash=hashes[receipt])
        for receipt, place in given.items()
    )
    SpentReceipt.objects.bulk_create(
        SpentReceipt(receipt_hash=one, consultation_id=survey.consultation_id)
        for one in hashes.values()
    )
    record("surveys.make_slips", of=survey, by=by, number=number)
    return [SlipGiven(place, receipt) for receipt, place in given.items()]


def hold_slip(survey: Survey, number: int) -> PaperSlip:
    """Return a slip whose paper was not keyed yet, held; raises NoSuchSlip."""
    slip = (
        PaperSlip.objects.select_for_update(of=("self",))
        .filter(survey=survey, number=number, keyed_as=None)
        .first()
    )
    if slip is None:
        raise NoSuchSlip
    return slip


def give_receipt(slip: PaperSlip, *, sheet: PaperSheet) -> None:
    """Have the receipt of a slip be that of a paper just keyed; inside a transaction.

    Where it took the answers back before, they are taken back now: what is in words is
    still read first.
    """
    response = sheet.response
    response.receipt_hash = slip.receipt_hash
    response.save(update_fields=("receipt_hash",))
    slip.receipt_hash, slip.keyed_as = None, sheet.number
    slip.save(update_fields=("receipt_hash", "keyed_as"))
    if slip.is_taken_back:
        withdraw_response(response)


def _new_receipt() -> str:
    """Return a receipt that nobody has yet."""
    while True:
        code = new_code()
        hashed = _hashed(code)
        taken = (
            Response.objects.filter(receipt_hash=hashed).exists()
            or SpentReceipt.objects.filter(receipt_hash=hashed).exists()
        )
        if not taken:
            return code


def _hashed(code: str) -> str:
    """Return what is kept of a receipt."""
    return code_hash(CodeKind.RECEIPT, signs_of(code) or "")

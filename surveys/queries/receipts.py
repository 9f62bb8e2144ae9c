"""Reads what a receipt shows: its consultation, and nothing of who holds it."""

from django.db.models import Q

from surveys.models import Consultation, Response, SpentReceipt


def consultation_of_receipt(receipt_hash: str) -> Consultation | None:
    """Return the consultation a receipt belongs to; its answers may be gone or not."""
    spent = SpentReceipt.objects.filter(receipt_hash=receipt_hash)
    return Consultation.objects.filter(
        Q(surveys__editions__responses__receipt_hash=receipt_hash)
        | Q(pk__in=spent.values("consultation"))
    ).first()


def response_of_receipt(receipt_hash: str) -> Response | None:
    """Return the response a receipt can still withdraw, or None."""
    return (
        Response.objects.select_related("edition")
        .defer("edition__definition", "edition__blocks")
        .filter(receipt_hash=receipt_hash)
        .first()
    )

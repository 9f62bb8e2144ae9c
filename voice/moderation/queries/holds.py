"""Reads of legal holds."""

from django.db.models import F, QuerySet

from voice.accounts.models import User
from voice.moderation.models import LegalHold
from voice.moderation.queries.concerns import concerns_for


def holds_for(lead: User, *, lifted_too: bool = False) -> QuerySet[LegalHold]:
    """Return the holds that stand on concerns `lead` may see, the oldest first.

    Those lifted, when asked for, come last.
    """
    holds = LegalHold.objects.filter(
        concern__in=concerns_for(lead).order_by().values("pk")
    ).select_related("concern__survey", "placed_by", "lifted_by")
    if lifted_too:
        return holds.order_by(F("lifted_at").asc(nulls_first=True), "placed_at")
    return holds.filter(lifted_at=None)

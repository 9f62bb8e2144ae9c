"""Who asked to be told, through their worker, what came of it: numbers, never names."""

from collections.abc import Collection

from django.db.models import QuerySet

from surveys.models import InvitationCode


def wishes_to_be_told(surveys: Collection[int]) -> QuerySet[InvitationCode]:
    """Return the numbered codes of some surveys whose holders asked for it, in order.

    Each with its way in and survey. Nothing says whether they finished, or what they
    said; whose a number is, is on the worker's own list.
    """
    return (
        InvitationCode.objects.filter(
            invitation__survey__in=surveys, number__isnull=False, tell_in__gt=""
        )
        .select_related("invitation__survey")
        .defer("invitation__survey__questions")
        .order_by("invitation__survey__title", "invitation_id", "number")
    )

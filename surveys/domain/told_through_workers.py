"""Forgetting who asked to be told, through their worker, what came of it."""

from django.db.models import QuerySet

from surveys.models import InvitationCode

NO_WISH = {"tell_in": "", "tell_as": ""}


def forget_wishes(codes: QuerySet[InvitationCode]) -> int:
    """Forget which of some codes asked for it; return how many had."""
    return codes.filter(tell_in__gt="").update(**NO_WISH)

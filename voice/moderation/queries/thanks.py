"""Reads of thanks and of those they may go to."""

from django.db.models import QuerySet

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.moderation.models import Reading, Thanks

AT_THE_DESK = sorted(role.value for role in Role.at_the_desk())


def may_be_thanked() -> QuerySet[User]:
    """Return everybody who works at the desk, by name."""
    return (
        User.objects.filter(is_active=True, groups__name__in=AT_THE_DESK)
        .distinct()
        .order_by("name")
    )


def thanks_from(reading: Reading) -> QuerySet[Thanks]:
    """Return the letters that carry a comment's words, with who sent them to whom."""
    return Thanks.objects.filter(reading=reading).select_related("to", "by")

"""Reads alarms: whose they are, and how their messages fared."""

from django.db.models import Prefetch, QuerySet

from voice.accounts.models import User
from voice.council.enums import Channel, DeliveryOutcome
from voice.council.models import Alarm, Delivery


def alarms_of(user: User) -> QuerySet[Alarm]:
    """Return the alarms on somebody's own desk that are not settled, oldest first."""
    return _not_left_out(user).filter(
        settled_at=None,
        deliveries__user=user,
        deliveries__channel=Channel.DESK,
        deliveries__outcome=DeliveryOutcome.SENT,
    )


def alarms_to_follow(user: User) -> QuerySet[Alarm]:
    """Return alarms, newest first, with how each message fared; never those about oneself."""
    messages = Delivery.objects.exclude(channel=Channel.DESK).select_related("user")
    return (
        _not_left_out(user)
        .prefetch_related(Prefetch("deliveries", queryset=messages, to_attr="messages"))
        .order_by("-raised_at", "-id")
    )


def _not_left_out(user: User) -> QuerySet[Alarm]:
    """Return the alarms that `user` was not left out of."""
    return Alarm.objects.exclude(left_out=user)

"""Promises, and which of them are late."""

from datetime import date

from django.db.models import QuerySet

from voice.replies.enums import PromiseState
from voice.replies.models import Promise, Reply


def promises_late(on: date) -> QuerySet[Promise]:
    """Return the promises of published replies that are late on `on`, oldest first.

    Late is open with the date first promised past: a new date explains, it does
    not excuse.
    """
    return (
        Promise.objects.filter(
            reply__published_at__isnull=False,
            state__in=PromiseState.open(),
            due_on__lt=on,
        )
        .select_related("reply__consultation", "action__area__key_theme")
        .order_by("due_on", "id")
    )


def promises_with_words(reply: Reply) -> QuerySet[Promise]:
    """Return the promises of `reply` with their words in every language; two queries."""
    return reply.promises.select_related("action").prefetch_related("wordings")

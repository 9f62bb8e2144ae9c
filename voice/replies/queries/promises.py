"""Promises, and which of them are late."""

from datetime import date, timedelta

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.replies.enums import PromiseState
from voice.replies.models import Promise, Reply
from voice.statement.models import Evidence
from voice.statement.queries import evidence_in_full

SOON = timedelta(weeks=1)


def promises_to_chase(on: date) -> QuerySet[Promise]:
    """Return the open promises whose date has come on `on`, or comes within a week.

    The newest date counts here: whoever has said why it moved is left in peace until
    then. It stays late to everybody who reads it.
    """
    return (
        Promise.objects.filter(
            reply__published_at__isnull=False, state__in=PromiseState.open()
        )
        .annotate(now_due_on=Coalesce("new_due_on", "due_on"))
        .filter(now_due_on__lte=on + SOON)
        .select_related("reply", "action__owner")
        .order_by("now_due_on", "id")
    )


def keepers_of(promise: Promise) -> list[User]:
    """Return who says how a promise stands: its action's owner, or else its workers."""
    owner = promise.action.owner if promise.action else None
    if owner and owner.is_active and owner.has_role(Role.ACTION_OWNER):
        return [owner]
    workers = User.objects.filter(
        survey_memberships__survey__consultation=promise.reply.consultation_id,
        is_active=True,
        groups__name=Role.PARTICIPATION_WORKER.value,
    )
    return list(workers.distinct().order_by("pk"))


def evidence_of(promise: Promise) -> list[Evidence]:
    """Return what children said that bears on the action a promise belongs to."""
    if promise.action_id is None:
        return []
    return [
        one
        for one in evidence_in_full().filter(action=promise.action_id)
        if not one.is_recalled
    ]


def promises_with_words(reply: Reply) -> QuerySet[Promise]:
    """Return the promises of `reply` with their words in every language; two queries."""
    return reply.promises.select_related("action").prefetch_related("wordings")

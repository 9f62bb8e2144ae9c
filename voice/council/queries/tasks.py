"""Reads of the queue: which tasks somebody has in hand, and which were given up."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

# What a row of the queue says of an error, once a task is given up.
GIVEN_UP = "voice.council.domain.killed_tasks.GivenUp"
# What failed is tried again by the queue, or was given up until somebody looks.
IN_HAND = (TaskResultStatus.READY, TaskResultStatus.RUNNING, TaskResultStatus.FAILED)


def given_up() -> QuerySet[DBTaskResult]:
    """Return the tasks that were given up, the oldest first."""
    failed = DBTaskResult.objects.failed().filter(exception_class_path=GIVEN_UP)
    return failed.order_by("enqueued_at")


def in_hand(task_path: str) -> QuerySet[DBTaskResult]:
    """Return the tasks of this name that wait, are under way, failed or were given up."""
    return DBTaskResult.objects.filter(task_path=task_path, status__in=IN_HAND)


def nobody_does[Id](ids: Iterable[Id], *, task_path: str, since: datetime) -> list[Id]:
    """Return which of these ids no task of this name is about, nor was since then.

    What is about to be tried again, or was given up, is left to the queue.
    """
    just = DBTaskResult.objects.filter(task_path=task_path, enqueued_at__gte=since)
    others = told(in_hand(task_path) | just)
    return [one for one in ids if one not in others]


def told(rows: QuerySet[DBTaskResult]) -> set[Any]:
    """Return what tasks that are told one thing, an id, are about."""
    return {args["args"][0] for args in rows.values_list("args_kwargs", flat=True)}

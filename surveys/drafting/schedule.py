"""Finds what the schedule says is due, of surveys and pages alike."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Model
from wagtail.models import DraftStateMixin, Revision


def due_revisions(now: datetime) -> list[Revision]:
    """Return the scheduled revisions whose time has come, oldest first."""
    return list(
        Revision.objects.filter(approved_go_live_at__lte=now).order_by(
            "approved_go_live_at", "pk"
        )
    )


def scheduled_revisions(survey: Any) -> list[Revision]:
    """Return the drafts of one survey that are to publish themselves, oldest first."""
    return list(
        survey.revisions.filter(approved_go_live_at__isnull=False).order_by("pk")
    )


def expired_things(now: datetime) -> Iterator[Any]:
    """Give every live page and survey whose time is over."""
    for model in apps.get_models():
        if issubclass(model, DraftStateMixin):
            yield from model._default_manager.filter(  # noqa: SLF001 - Django's public interface
                live=True, expire_at__lte=now
            )


def publish_scheduled(revision: Revision) -> None:
    """Make one scheduled revision live; whatever refuses is raised."""
    revision.publish(log_action="wagtail.publish.scheduled")


def unschedule(revision: Revision) -> Model:
    """Take a revision off the schedule, so that it can be mended; return its object."""
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    return revision.content_object

"""Publishes what is due, one thing at a time."""

import logging
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from surveys.domain.publishing import CannotPublish
from surveys.drafting.schedule import (
    due_revisions,
    expired_things,
    publish_scheduled,
    scheduled_revisions,
    unschedule,
)
from surveys.models import ScheduleRefusal, Survey
from voice.audit.domain.record import record

logger = logging.getLogger(__name__)


@dataclass
class Due:
    """What became of everything that was due, named by what it is."""

    published: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    refused: dict[str, list[str]] = field(default_factory=dict)


def publish_due(now: datetime | None = None) -> Due:
    """Close what has expired and publish what is due; one refusal stops no other.

    What is refused is taken off the schedule, so that a worker can mend it; the
    reasons are recorded, and told at the survey until it is published.
    """
    now = now or timezone.now()
    due = Due()
    for thing in expired_things(now):
        with transaction.atomic():
            thing.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        due.closed.append(str(thing))
    for revision in due_revisions(now):
        name = revision.object_str
        try:
            with transaction.atomic():
                publish_scheduled(revision)
        except CannotPublish as refusal:
            with transaction.atomic():
                survey = unschedule(revision)
                ScheduleRefusal.objects.update_or_create(
                    survey_id=survey.pk,
                    defaults={"at": now, "reasons": refusal.reasons},
                )
                record(
                    "surveys.refuse_scheduled",
                    of=survey,
                    by=None,
                    revision=revision.pk,
                    reasons=refusal.reasons,
                )
            due.refused[name] = refusal.reasons
        except Exception:
            logger.exception("Revision %s could not be published.", revision.pk)
            due.refused[name] = ["It could not be published; the log says why."]
        else:
            due.published.append(name)
    return due


def take_off_schedule(survey: Survey) -> None:
    """Let no draft of `survey` publish itself; the drafts stay as they are."""
    for revision in scheduled_revisions(survey):
        unschedule(revision)

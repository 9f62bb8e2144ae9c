"""Closes the text questions of a survey while too much waits unread, and opens them again."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from surveys.enums import PausedBy
from surveys.models import Survey, TextPause
from voice.accounts.models import User
from voice.audit.domain.record import record


@transaction.atomic
def pause_text(
    survey: Survey, *, by: User | None, now: datetime | None = None
) -> TextPause:
    """Close the text questions of `survey`; the machine does when `by` is None.

    Young people read a kind notice in their place and go on; what was typed before is
    kept. Closing what is closed changes nothing.
    """
    Survey.objects.select_for_update().only("pk").get(pk=survey.pk)
    pause = TextPause.objects.filter(survey=survey, ended_at=None).first()
    if pause:
        return pause
    pause = TextPause.objects.create(
        survey=survey,
        origin=PausedBy.PERSON if by else PausedBy.MACHINE,
        began_by=by,
        began_at=now or timezone.now(),
    )
    record("surveys.pause_text", of=survey, by=by, pause=pause.pk)
    return pause


@transaction.atomic
def resume_text(
    survey: Survey, *, by: User | None, now: datetime | None = None
) -> None:
    """Open the text questions again; the machine opens only what the machine closed."""
    Survey.objects.select_for_update().only("pk").get(pk=survey.pk)
    lasting = TextPause.objects.filter(survey=survey, ended_at=None)
    if by is None:
        lasting = lasting.filter(origin=PausedBy.MACHINE)
    for pause in lasting:
        pause.ended_at, pause.ended_by = now or timezone.now(), by
        pause.save(update_fields=("ended_at", "ended_by"))
        record("surveys.resume_text", of=survey, by=by, pause=pause.pk)

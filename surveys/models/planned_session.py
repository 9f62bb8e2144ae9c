"""A session or event that people can come to: what, when, where, for whom, how to come."""

import uuid
from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone

from surveys.drafting.survey import Survey
from surveys.enums import NoteState
from surveys.planning import ToldTo

if TYPE_CHECKING:
    from surveys.models.session_note import SessionNote


class PlannedSession(models.Model):
    """A session or event that people can come to: what, when, where, for whom, how to come.

    Nothing says who will come. It is never deleted: what was told is moved, or
    cancelled with a reason. `there_is` holds values of ThereIs, `age_bands` keys of
    the survey's bands.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="planned_sessions"
    )
    title = models.CharField(max_length=120)
    held_on = models.DateField()
    starts_at = models.TimeField(help_text="On the clock of the place.")
    ends_at = models.TimeField(help_text="The same day.")
    place = models.CharField(max_length=200)
    age_bands = models.JSONField(default=list, help_text="Keys of the bands invited.")
    for_whom = models.CharField(max_length=200, blank=True)
    how_to_come = models.TextField(max_length=600)
    there_is = models.JSONField(default=list, help_text="What makes it easier.")
    told_to = models.CharField(max_length=10, choices=ToldTo)
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    planned_at = models.DateTimeField(default=timezone.now, editable=False)
    cancelled_why = models.CharField(max_length=300, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        """In the order they come; one that is cancelled says who, when and why."""

        ordering = ("held_on", "starts_at", "title")
        indexes = (models.Index(fields=("survey", "held_on")),)
        constraints = (
            models.CheckConstraint(
                name="planned_session_ends_after_it_starts",
                condition=models.Q(ends_at__gt=models.F("starts_at")),
            ),
            models.CheckConstraint(
                name="planned_session_cancelled_says_who_when_and_why",
                condition=models.Q(
                    cancelled_at=None, cancelled_by=None, cancelled_why=""
                )
                | models.Q(
                    cancelled_at__isnull=False,
                    cancelled_by__isnull=False,
                    cancelled_why__gt="",
                ),
            ),
        )

    def __str__(self) -> str:
        """Return what it is called."""
        return self.title

    @property
    def key(self) -> str:
        """Return the random id as addresses write it."""
        return str(self.pk)

    @property
    def begins(self) -> datetime:
        """Return the moment it begins."""
        return timezone.make_aware(datetime.combine(self.held_on, self.starts_at))

    @property
    def ends(self) -> datetime:
        """Return the moment it ends."""
        return timezone.make_aware(datetime.combine(self.held_on, self.ends_at))

    @property
    def is_cancelled(self) -> bool:
        """Say whether it was cancelled, or did not take place."""
        return self.cancelled_at is not None

    @property
    def is_public(self) -> bool:
        """Say whether it is told to everybody."""
        return self.told_to == ToldTo.EVERYBODY

    def is_over(self, *, at: datetime) -> bool:
        """Say whether it has ended by the moment `at`."""
        return self.ends <= at

    def standing_notes(self) -> models.QuerySet["SessionNote"]:
        """Return the notes of it that were not taken back."""
        return self.notes.exclude(state=NoteState.TAKEN_BACK)

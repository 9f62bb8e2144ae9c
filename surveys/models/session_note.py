"""What a group said, written up by the worker who ran the session."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from surveys.enums import NoteState
from surveys.models.edition import Edition
from surveys.models.planned_session import PlannedSession

# The oldest of a school hall; more is a slip of the finger.
MOST_PRESENT = 500


class SessionNote(models.Model):
    """What a group said, written up by the worker who ran the session.

    Its statements are Comments: read, tagged and quoted like any other, and never
    counted as responses. Nothing here says who was there, but for how many and how
    old. `helped_by` holds values of HelpedBy; `planned` is the session as it was
    planned, if it was.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.PROTECT, related_name="session_notes"
    )
    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="session_notes"
    )
    planned = models.ForeignKey(
        PlannedSession, null=True, on_delete=models.PROTECT, related_name="notes"
    )
    held_on = models.DateField(help_text="The day; statements keep its week alone.")
    present = models.PositiveSmallIntegerField(help_text="How many young people.")
    age_bands = models.JSONField(default=list, help_text="Keys of the bands present.")
    language = models.CharField(max_length=10)
    label = models.CharField(
        max_length=80, blank=True, help_text="Where, in broad words; never a name."
    )
    helped_by = models.JSONField(default=list, help_text="Who helped, never by name.")
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    state = models.CharField(max_length=10, choices=NoteState, default=NoteState.DRAFT)
    version = models.PositiveIntegerField(default=1)
    begun_at = models.DateTimeField(default=timezone.now, editable=False)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        """Newest session first; what was sent says when."""

        ordering = ("-held_on", "-begun_at")
        indexes = (models.Index(fields=("survey", "state")),)
        constraints = (
            models.CheckConstraint(
                name="session_note_somebody_was_there",
                condition=models.Q(present__gte=1, present__lte=MOST_PRESENT),
            ),
            models.CheckConstraint(
                name="session_note_sent_says_when",
                condition=models.Q(state=NoteState.DRAFT, sent_at=None)
                | models.Q(state=NoteState.TAKEN_BACK)
                | models.Q(
                    state__in=sorted(state.value for state in NoteState.heard()),
                    sent_at__isnull=False,
                ),
            ),
        )

    def __str__(self) -> str:
        """Return the random id."""
        return str(self.id)

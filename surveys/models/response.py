"""One young person's answers to one edition."""

import uuid

from django.db import models

from surveys.enums import HelpedBy, ResponseState
from surveys.models.edition import Edition
from surveys.models.invitation import Invitation


class Response(models.Model):
    """One young person's answers to one edition; the words are in Comment rows.

    `answers` maps question key to {"state": AnswerState, "value": ...}; `value`
    is an option key, a list of them, a whole number, or absent for words.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="responses"
    )
    invitation = models.ForeignKey(
        Invitation, on_delete=models.PROTECT, related_name="responses"
    )
    state = models.CharField(
        max_length=10, choices=ResponseState, default=ResponseState.UNDER_WAY
    )
    language = models.CharField(max_length=10)
    age_band = models.CharField(max_length=10)
    helped_by = models.CharField(
        max_length=20,
        choices=HelpedBy,
        default=HelpedBy.NOT_SAID,
        help_text="Who was beside them, never by name.",
    )
    answers = models.JSONField(default=dict)
    week = models.DateField(help_text="Monday of the week; nothing finer is kept.")
    capability_hash = models.CharField(  # noqa: DJ001 - NULL is exempt from the unique constraint
        max_length=64,
        null=True,
        unique=True,
        help_text="Keyed hash of the cookie that may go on answering.",
    )
    touched_at = models.DateTimeField(
        null=True, help_text="When a page was last saved; only while under way."
    )

    started_at = models.DateTimeField(null=True, help_text="Only while under way.")
    quick_seconds = models.PositiveSmallIntegerField(
        null=True,
        help_text="How long it took, only when under two minutes: a sign of a hoax.",
    )

    class Meta:
        """Only a response under way can be opened, or says when it was touched."""

        constraints = (
            models.CheckConstraint(
                name="response_closed_cannot_be_opened",
                condition=models.Q(state=ResponseState.UNDER_WAY)
                | models.Q(capability_hash=None, touched_at=None, started_at=None),
            ),
        )
        indexes = (models.Index(fields=("edition", "state")),)

    def __str__(self) -> str:
        """Return the random id."""
        return str(self.id)

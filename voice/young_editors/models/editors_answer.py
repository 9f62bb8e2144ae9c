"""What a group said of the words it was shown."""

import uuid

from django.db import models
from django.utils import timezone

from voice.moderation.models import Concern
from voice.young_editors.enums import Verdict
from voice.young_editors.models.shown_words import ShownWords


class EditorsAnswer(models.Model):
    """A group's yes or not yet to exactly these words; never a response, never counted.

    Nothing says who of the group sent it. Its comments may be read at the desk once
    they were looked through for worries, and no longer when the safeguarding leads
    have them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    shown = models.ForeignKey(
        ShownWords, on_delete=models.PROTECT, related_name="answers"
    )
    verdict = models.CharField(max_length=10, choices=Verdict)
    language = models.CharField(max_length=10)
    answered_at = models.DateTimeField(default=timezone.now, editable=False)
    screened_at = models.DateTimeField(null=True)
    concern = models.OneToOneField(
        Concern,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="What the safeguarding leads have of it, when it was passed on.",
    )
    passed_on = models.BooleanField(default=False)

    class Meta:
        """Newest first."""

        ordering = ("-answered_at",)

    def __str__(self) -> str:
        """Return what they said, never their comments."""
        return str(self.get_verdict_display())

    @property
    def is_yes(self) -> bool:
        """Say whether they said yes."""
        return self.verdict == Verdict.YES

    @property
    def may_be_read(self) -> bool:
        """Say whether workers may open its comments."""
        return self.screened_at is not None and not self.passed_on

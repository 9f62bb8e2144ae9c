"""A child's words that travel in a release."""

from typing import Any

from django.conf import settings
from django.db import models

from surveys.audience import Audience
from surveys.models import Comment
from voice.releases.logic.tables import audience_told
from voice.releases.models.release import Release, refuse_settled


class Quote(models.Model):
    """A child's kept words that travel in a release, once both signers agree.

    The text is a copy, and so is its translation: what a reader decides about the comment afterwards changes
    nothing that was issued. `refused_by` is the signer who struck it out; the text
    is then empty.
    """

    release = models.ForeignKey(
        Release, on_delete=models.PROTECT, related_name="quotes"
    )
    comment = models.ForeignKey(
        Comment, on_delete=models.PROTECT, related_name="quotes"
    )
    text = models.TextField(blank=True)
    translation = models.TextField(
        blank=True, help_text="The same in the base language, by a person; or empty."
    )
    translated_from = models.CharField(max_length=10, blank=True)
    language = models.CharField(max_length=10)
    question_key = models.CharField(max_length=40)
    themes = models.JSONField(default=list, help_text="Names of the themes it says.")
    refused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    refused_why = models.CharField(max_length=200, blank=True)

    class Meta:
        """In no order of time; once a release; a refused quote holds no text."""

        ordering = ("question_key", "text")
        constraints = (
            models.UniqueConstraint(
                name="quote_once_a_release", fields=("release", "comment")
            ),
            models.CheckConstraint(
                name="quote_refused_holds_no_text",
                condition=models.Q(refused_by=None, text__gt="")
                | models.Q(refused_by__isnull=False, text="", translation=""),
            ),
        )

    def __str__(self) -> str:
        """Return the row's number; never words."""
        return f"quote {self.pk}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save while the release waits; raises ReleaseIsImmutable afterwards."""
        refuse_settled(self.release_id)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete while the release waits; raises ReleaseIsImmutable afterwards."""
        refuse_settled(self.release_id)
        return super().delete(*args, **kwargs)

    @property
    def audience(self) -> Audience:
        """Return who was asked by the survey it was said in."""
        return audience_told(self.release.tables)

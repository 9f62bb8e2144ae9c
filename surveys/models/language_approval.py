"""A fluent reader's yes to a survey's words in one language."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class LanguageApproval(models.Model):
    """A named fluent reader's yes to a survey's words in one language, as they were."""

    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.CASCADE, related_name="language_approvals"
    )
    language = models.CharField(max_length=10)
    reader_name = models.CharField(max_length=200)
    words_hash = models.CharField(
        max_length=64, help_text="Hash of every wording read; another now means no yes."
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        ordering = ("-recorded_at",)

    def __str__(self) -> str:
        """Return language and reader."""
        return f"{self.language}: {self.reader_name}"

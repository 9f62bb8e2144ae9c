"""A fluent reader's yes to words of the interface in one language."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class InterfaceApproval(models.Model):
    """A named fluent reader's yes to sentences of the pages young people see.

    It holds for exactly the sentences that were read, each by itself: another word
    in one of them makes that one a draft again, and leaves the others approved.
    """

    language = models.CharField(max_length=10)
    reader_name = models.CharField(max_length=200)
    hashes = models.JSONField(
        help_text="Hash of each sentence read, with its translation, in order.",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        ordering = ("-recorded_at", "-pk")

    def __str__(self) -> str:
        """Return language and reader."""
        return f"{self.language}: {self.reader_name}"

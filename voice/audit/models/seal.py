"""A link of the chain that closes a batch of entries."""

from django.db import models
from django.utils import timezone

from voice.audit.models.append_only import AppendOnlyModel


class Seal(AppendOnlyModel):
    """A link of the chain: closes a batch of entries and names the seal before it."""

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField(default=timezone.now, editable=False)
    count = models.PositiveIntegerField()
    before = models.CharField(max_length=64)
    mac = models.CharField(max_length=64, unique=True)

    class Meta:
        """In the order they were made."""

        ordering = ("number",)

    def __str__(self) -> str:
        """Return the seal's number."""
        return f"seal {self.number}"

"""That somebody opened a comment, as its words were then."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.moderation.models.reading import Reading


class Opening(models.Model):
    """Who had a comment's words on their screen, at which version, and when first.

    Bulk approval asks for it. The audit tells every reading; this only the first.
    """

    reading = models.ForeignKey(
        Reading, on_delete=models.CASCADE, related_name="openings"
    )
    version = models.PositiveIntegerField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """One for each person and version of the words."""

        constraints = (
            models.UniqueConstraint(
                name="opening_one_a_person_and_version",
                fields=("reading", "version", "by"),
            ),
        )
        indexes = (models.Index(fields=("by", "-at")),)

    def __str__(self) -> str:
        """Return the comment's random id."""
        return str(self.reading)

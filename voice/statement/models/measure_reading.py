"""What a measure read on a day."""

from django.conf import settings
from django.db import models

from voice.statement.models.measure import Measure


class MeasureReading(models.Model):
    """What a measure read on a day."""

    measure = models.ForeignKey(
        Measure, on_delete=models.PROTECT, related_name="readings"
    )
    on = models.DateField()
    value = models.CharField(max_length=50)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """Newest first."""

        ordering = ("-on", "-id")

    def __str__(self) -> str:
        """Return the value."""
        return self.value

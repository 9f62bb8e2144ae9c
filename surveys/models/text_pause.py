"""A time in which a survey takes no words."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from surveys.drafting.survey import Survey
from surveys.enums import PausedBy


class TextPause(models.Model):
    """A time in which a survey takes no words, because those sent already wait unread.

    Everything else goes on, and words that are on their way are kept.
    """

    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="text_pauses"
    )
    origin = models.CharField(max_length=10, choices=PausedBy)
    began_at = models.DateTimeField(default=timezone.now)
    began_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """Newest first; one at a time; a person's pause has a name."""

        ordering = ("-began_at",)
        constraints = (
            models.UniqueConstraint(
                name="text_pause_one_at_a_time",
                fields=("survey",),
                condition=models.Q(ended_at=None),
            ),
            models.CheckConstraint(
                name="text_pause_of_a_person_has_a_name",
                condition=models.Q(origin=PausedBy.PERSON, began_by__isnull=False)
                | models.Q(origin=PausedBy.MACHINE, began_by=None),
            ),
            models.CheckConstraint(
                name="text_pause_is_ended_by_nobody_before_its_end",
                condition=models.Q(ended_at__isnull=False) | models.Q(ended_by=None),
            ),
        )

    def __str__(self) -> str:
        """Return when it began."""
        return self.began_at.isoformat()

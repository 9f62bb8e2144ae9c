"""Who must not open a possible worry, because its words name them."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.moderation.models.reading import Reading


class WorryWall(models.Model):
    """A safeguarding lead named in a possible worry is not told of it and cannot open it.

    Put up by screening alone, and never taken down: once another lead makes it a
    concern, its own walls stand there and can be lifted.
    """

    reading = models.ForeignKey(
        Reading, on_delete=models.CASCADE, related_name="worry_walls"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    put_up_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """One a reading and person."""

        ordering = ("put_up_at",)
        constraints = (
            models.UniqueConstraint(
                name="worry_wall_one_a_reading_and_person", fields=("reading", "user")
            ),
        )

    def __str__(self) -> str:
        """Return the comment's random id."""
        return str(self.reading.comment_id)

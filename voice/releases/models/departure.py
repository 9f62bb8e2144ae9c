"""How many whose answers a release counted have taken them back since."""

from django.db import models

from voice.releases.models.release import Release


class Departure(models.Model):
    """How many of those a release counted had their answers erased in one week.

    Taken back by themselves, or erased for them. The release stays as it is. It is
    not kept who, nor when within the week.
    """

    release = models.ForeignKey(
        Release, on_delete=models.PROTECT, related_name="departures"
    )
    week = models.DateField(help_text="Monday of the week; nothing finer is kept.")
    number = models.PositiveIntegerField(default=0)

    class Meta:
        """Oldest first; one row a week."""

        ordering = ("release", "week")
        constraints = (
            models.UniqueConstraint(
                name="departure_one_row_a_week", fields=("release", "week")
            ),
        )

    def __str__(self) -> str:
        """Return of which release and which week."""
        return f"departures from {self.release} in {self.week}"

"""How many were asked through one way in, by group."""

from django.db import models

from surveys.models.invitation import Invitation


class AskedGroup(models.Model):
    """How many young people of one group were given a way in: the respondent frame.

    `group` is what the worker calls it ("Year 9", "Short breaks"); an empty one is
    everybody who was asked through it.
    """

    invitation = models.ForeignKey(
        Invitation, on_delete=models.CASCADE, related_name="asked_groups"
    )
    group = models.CharField(max_length=60, blank=True)
    asked = models.PositiveIntegerField()

    class Meta:
        """By name, each group once a way in."""

        ordering = ("group",)
        constraints = (
            models.UniqueConstraint(
                name="asked_group_once_a_way_in", fields=("invitation", "group")
            ),
        )

    def __str__(self) -> str:
        """Return the group and its number."""
        return f"{self.group} {self.asked}".strip()

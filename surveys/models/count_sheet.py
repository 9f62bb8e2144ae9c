"""The cells of one edition by one breakdown, rolled up."""

from django.db import models
from django.utils import timezone

from surveys.models.edition import Edition

BY_INVITATION = "invitation"
"""The breakdown of how many came by each way in, without what they answered."""


class CountSheet(models.Model):
    """True counts of one edition by one breakdown, for those who run the survey.

    `breakdown` is what surveys.logic.groups knows; empty for all together. By
    `BY_INVITATION` there is only how many, by the way in's primary key.
    `cells` are surveys.logic.tallying.Cells. They hold what every response with a
    `packed` column says, and nothing else: a roll-up adds, whatever is withdrawn or
    forgotten is taken off in the same transaction.
    """

    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="count_sheets"
    )
    breakdown = models.CharField(max_length=60, blank=True)
    cells = models.JSONField(default=dict)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In no order; once a breakdown."""

        ordering = ("edition", "breakdown")
        constraints = (
            models.UniqueConstraint(
                name="count_sheet_once_a_breakdown", fields=("edition", "breakdown")
            ),
        )

    def __str__(self) -> str:
        """Return the edition and the breakdown."""
        return f"{self.edition} · {self.breakdown or 'all'}"

"""A slip that a young person keeps of a paper: their receipt."""

from django.db import models
from django.db.models import Q


class PaperSlip(models.Model):
    """A receipt given out with a paper, before anybody has keyed that paper.

    `number` stands on the slip's other half, which stays with the paper; the receipt is
    kept as its hash alone. Once the paper is keyed the hash is its response's, and here
    only `keyed_as` is left: the number that was written on the paper. `is_taken_back`
    says that the receipt took the answers back before the paper came.
    """

    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.PROTECT, related_name="paper_slips"
    )
    number = models.PositiveIntegerField()
    receipt_hash = models.CharField(  # noqa: DJ001 - unique where it is there
        max_length=64, null=True, unique=True
    )
    keyed_as = models.PositiveIntegerField(null=True)
    is_taken_back = models.BooleanField(default=False)

    class Meta:
        """By number; its receipt is there until its paper is keyed."""

        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                name="paper_slip_number_once_a_survey", fields=("survey", "number")
            ),
            models.CheckConstraint(
                name="paper_slip_has_a_receipt_until_keyed",
                condition=Q(receipt_hash__isnull=False, keyed_as=None)
                | Q(receipt_hash=None, keyed_as__isnull=False),
            ),
        )

    def __str__(self) -> str:
        """Return its number."""
        return str(self.number)

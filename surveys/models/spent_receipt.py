"""A receipt whose answers are gone, or have not come."""

from django.db import models


class SpentReceipt(models.Model):
    """A receipt whose answers were erased, or are on a paper nobody has keyed: it shows
    how far things are all the same.

    So nobody who finds a receipt learns whether its answers are still there. Nothing
    leads from it to a response, and nothing says when it came here.
    """

    receipt_hash = models.CharField(max_length=64, primary_key=True)
    consultation = models.ForeignKey(
        "surveys.Consultation", on_delete=models.CASCADE, related_name="+"
    )

    def __str__(self) -> str:
        """Say what it is; never the hash."""
        return "A receipt"

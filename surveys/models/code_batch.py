"""A batch of single-use codes."""

from django.conf import settings
from django.db import models

from surveys.enums import CodesOut
from surveys.models.invitation import Invitation


class CodeBatch(models.Model):
    """A batch of single-use codes: how many, and whether they were taken out.

    Until then the codes themselves lie here, sealed under the survey's key; they are
    destroyed in the moment they are taken out. What is told of a batch whose survey
    does not ask names is as it was on `counted_on`, a Monday.
    """

    invitation = models.OneToOneField(
        Invitation, on_delete=models.PROTECT, related_name="batch"
    )
    size = models.PositiveIntegerField()
    is_numbered = models.BooleanField(
        default=False,
        help_text="Each code has the number printed beside it: known to a worker only.",
    )
    sealed_codes = models.BinaryField(null=True)
    taken_out_at = models.DateTimeField(null=True)
    taken_out_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    taken_out_as = models.CharField(max_length=10, choices=CodesOut, blank=True)
    counted_on = models.DateField()
    used = models.PositiveIntegerField(default=0)
    under_way = models.PositiveIntegerField(default=0)
    finished = models.PositiveIntegerField(default=0)

    class Meta:
        """Taken out once, by somebody, and then no longer here."""

        constraints = (
            models.CheckConstraint(
                name="code_batch_taken_out_by_somebody",
                condition=models.Q(
                    taken_out_at=None, taken_out_by=None, taken_out_as=""
                )
                | (
                    models.Q(taken_out_at__isnull=False, taken_out_by__isnull=False)
                    & ~models.Q(taken_out_as="")
                ),
            ),
            models.CheckConstraint(
                name="code_batch_taken_out_is_gone",
                condition=models.Q(taken_out_at=None) | models.Q(sealed_codes=None),
            ),
        )

    def __str__(self) -> str:
        """Return what the way in is called."""
        return str(self.invitation)

    def place(self) -> str:
        """Return what the codes are bound to: this row and column."""
        return f"code_batch/{self.invitation_id}/codes"

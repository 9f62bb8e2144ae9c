"""What a part of the plan keeps when it is given up: who said so, when and why."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Withdrawn(models.Model):
    """A part of the plan that may be withdrawn with a reason; it is never deleted.

    What was in a version that people adopted, or that children were told of, is not
    gone because nobody does it any more.
    """

    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    withdrawn_why = models.CharField(
        _("why it was withdrawn"), max_length=300, blank=True, editable=False
    )

    class Meta:
        """Only ever part of something else."""

        abstract = True

    @property
    def is_withdrawn(self) -> bool:
        """Say whether it was given up."""
        return self.withdrawn_at is not None


def whole_withdrawal(name: str) -> models.CheckConstraint:
    """Return the rule, called `name`, that when, by whom and why are said together."""
    none = models.Q(withdrawn_at=None, withdrawn_by=None, withdrawn_why="")
    all_of_it = models.Q(
        withdrawn_at__isnull=False, withdrawn_by__isnull=False, withdrawn_why__gt=""
    )
    return models.CheckConstraint(name=name, condition=none | all_of_it)

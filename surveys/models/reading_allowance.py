"""A manager's yes to more comments than the readers have hours for."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ReadingAllowance(models.Model):
    """A manager's yes to more comments than a survey's readers have hours for.

    It holds for as many comments as were expected then, and says how they will be
    read in time; a survey that expects more asks again.
    """

    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.CASCADE, related_name="reading_allowances"
    )
    comments = models.PositiveIntegerField(help_text="Expected then; good up to these.")
    how = models.CharField(_("how they will be read in time"), max_length=300)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    given_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first; a yes says how."""

        ordering = ("-given_at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="reading_allowance_says_how", condition=models.Q(how__gt="")
            ),
        )

    def __str__(self) -> str:
        """Return how many."""
        return str(self.comments)

"""The improvement plan that answers an inspection."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Statement(models.Model):
    """The Statement of Action: the improvement plan that answers an inspection."""

    title = models.CharField(_("title"), max_length=200)
    answers = models.CharField(_("what it answers"), max_length=300)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    update_weeks = models.PositiveSmallIntegerField(
        _("weeks between two updates of an action"),
        default=4,
        help_text=_("Owners are reminded once it is longer than this."),
    )

    class Meta:
        """Newest first."""

        ordering = ("-starts_on",)
        verbose_name = _("Statement of Action")
        constraints = (
            models.CheckConstraint(
                name="statement_ends_after_it_starts",
                condition=models.Q(ends_on__gt=models.F("starts_on")),
                violation_error_message=_("It must end after it starts."),
            ),
            models.CheckConstraint(
                name="statement_update_weeks_between_1_and_26",
                condition=models.Q(update_weeks__range=(1, 26)),
                violation_error_message=_("Choose between 1 and 26 weeks."),
            ),
        )

    def __str__(self) -> str:
        """Return the title."""
        return self.title

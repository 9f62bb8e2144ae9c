"""One thing a reply undertakes, with a date."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.replies.enums import PromiseStanding, PromiseState
from voice.replies.models.reply import Reply
from voice.statement.models import Action


class Promise(models.Model):
    """One thing a reply undertakes, with an owner and a date."""

    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, related_name="promises")
    text = models.CharField(_("what we promise"), max_length=300)
    owner_title = models.CharField(
        _("owner"), max_length=200, help_text=_("A job title, never a name.")
    )
    due_on = models.DateField(_("by"))
    new_due_on = models.DateField(_("new date"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=PromiseState, default=PromiseState.ON_TRACK
    )
    reason = models.CharField(_("why"), max_length=300, blank=True)
    action = models.ForeignKey(
        Action,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="promises",
        verbose_name=_("action of the statement it belongs to"),
    )

    class Meta:
        """By date; a new date is later, and comes with a reason."""

        ordering = ("due_on", "id")
        verbose_name = _("promise")
        constraints = (
            models.CheckConstraint(
                name="promise_new_date_has_a_reason",
                condition=models.Q(new_due_on=None) | models.Q(reason__gt=""),
                violation_error_message=_("Say why the date moved."),
            ),
            models.CheckConstraint(
                name="promise_new_date_is_later",
                condition=models.Q(new_due_on=None)
                | models.Q(new_due_on__gt=models.F("due_on")),
                violation_error_message=_("The new date must be after the first one."),
            ),
            models.CheckConstraint(
                name="promise_broken_has_a_reason",
                condition=~models.Q(state=PromiseState.BROKEN)
                | models.Q(reason__gt=""),
                violation_error_message=_("Say why it was broken."),
            ),
            models.CheckConstraint(
                name="promise_changed_has_a_reason",
                condition=~models.Q(state=PromiseState.CHANGED)
                | models.Q(reason__gt=""),
                violation_error_message=_("Say what changed, and why."),
            ),
        )

    def __str__(self) -> str:
        """Return what is promised."""
        return self.text

    def is_late(self, *, on: date) -> bool:
        """Say whether it is still open past the date first promised.

        A new date explains why; it does not make the promise on time again.
        """
        return self.state in PromiseState.open() and self.due_on < on

    def standing(self, *, on: date) -> PromiseStanding:
        """Return how it stands on the day `on`: late is read from the date."""
        if self.is_late(on=on):
            return PromiseStanding.LATE
        return PromiseStanding(self.state)

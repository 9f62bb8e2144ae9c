"""One thing the council does."""

from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.statement.enums import ActionStatus
from voice.statement.models.area import Area
from voice.statement.models.task_group import TaskGroup
from voice.statement.models.withdrawn import Withdrawn, whole_withdrawal


class Action(Withdrawn):
    """One thing the council does: what, who owns it, by when, how it stands."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="actions")
    number = models.CharField(
        _("number"), max_length=20, help_text=_("For example: 2.1.3")
    )
    title = models.CharField(_("what we do"), max_length=300)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="actions",
        verbose_name=_("signs in to update it"),
    )
    owner_title = models.CharField(
        _("owner"), max_length=200, help_text=_("A job title, never a name.")
    )
    starts_on = models.DateField(_("start"), null=True, blank=True)
    due_on = models.DateField(
        _("due"), null=True, blank=True, help_text=_("Empty when it is ongoing.")
    )
    task_group = models.ForeignKey(
        TaskGroup,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="actions",
        verbose_name=_("task group"),
    )
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=ActionStatus,
        default=ActionStatus.NOT_STARTED,
    )
    reason = models.CharField(_("why it stands so"), max_length=300, blank=True)
    added_at = models.DateTimeField(
        default=timezone.now,
        editable=False,
        help_text="From when its first update is due.",
    )

    class Meta:
        """In the order they were written."""

        ordering = ("area", "id")
        verbose_name = _("action")
        constraints = (
            models.UniqueConstraint(
                name="action_number_once_an_area", fields=("area", "number")
            ),
            models.CheckConstraint(
                name="action_is_not_due_before_it_starts",
                condition=models.Q(starts_on=None)
                | models.Q(due_on=None)
                | models.Q(due_on__gte=models.F("starts_on")),
                violation_error_message=_("It is due before it starts."),
            ),
            whole_withdrawal("action_withdrawn_by_somebody_with_a_reason"),
            models.CheckConstraint(
                name="action_behind_has_a_reason",
                condition=~models.Q(status__in=sorted(ActionStatus.behind()))
                | models.Q(reason__gt=""),
                violation_error_message=_("Say why it is red or amber."),
            ),
        )

    def __str__(self) -> str:
        """Return what is done."""
        return self.title

    @property
    def is_done(self) -> bool:
        """Say whether nothing is due any more: done, or given up."""
        return self.is_withdrawn or self.status in ActionStatus.done()

    def days_late(self, on: date) -> int:
        """Return by how many days it is late on that day; 0 when it is not."""
        if self.is_done or self.due_on is None:
            return 0
        return max((on - self.due_on).days, 0)

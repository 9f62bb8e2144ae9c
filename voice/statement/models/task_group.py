"""People of several services who carry out actions together."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.statement.models.statement import Statement


class TaskGroup(models.Model):
    """Those who carry out some of the statement's actions together, and their lead.

    `members` sign in here; each may say how the group's actions stand.
    """

    statement = models.ForeignKey(
        Statement, on_delete=models.PROTECT, related_name="task_groups"
    )
    name = models.CharField(_("name"), max_length=120)
    lead_title = models.CharField(
        _("who leads it"), max_length=200, help_text=_("A job title, never a name.")
    )
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="task_groups",
        verbose_name=_("members who sign in"),
    )

    class Meta:
        """By name, each once a statement."""

        ordering = ("name",)
        verbose_name = _("task group")
        constraints = (
            models.UniqueConstraint(
                name="task_group_name_once_a_statement", fields=("statement", "name")
            ),
        )

    def __str__(self) -> str:
        """Return the name."""
        return self.name

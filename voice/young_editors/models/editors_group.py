"""A group of young editors."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MOST = 50


class EditorsGroup(models.Model):
    """A group of young people who read what we wrote before others do.

    Known as a group alone: about how many they are, and by job title which adult is
    with them. Nobody of it has an account, and nobody is named.
    """

    name = models.CharField(
        _("the group's name"),
        max_length=80,
        unique=True,
        help_text=_("For example: Children in Care Council. Never a person."),
    )
    about_how_many = models.PositiveSmallIntegerField(
        _("about how many they are"), help_text=_("A round number will do.")
    )
    supported_by = models.CharField(
        _("who is with them, by job title"),
        max_length=100,
        help_text=_("For example: Participation officer. Not a name."),
    )
    languages = models.JSONField(default=list)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        """By name; a group, not a person."""

        ordering = ("name",)
        verbose_name = _("group of young editors")
        constraints = (
            models.CheckConstraint(
                name="editors_group_is_a_group",
                condition=models.Q(about_how_many__gte=2, about_how_many__lte=MOST),
                violation_error_message=_("A group is two people or more, up to 50."),
            ),
        )

    def __str__(self) -> str:
        """Return the name."""
        return self.name

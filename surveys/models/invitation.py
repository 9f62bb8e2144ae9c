"""A way in."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone

from surveys.enums import InvitationKind

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def new_token() -> str:
    """Return ten characters without look-alikes (49 bits), short enough to type."""
    return "".join(secrets.choice(ALPHABET) for _ in range(10))


class Invitation(models.Model):
    """A way in to one survey: who made it, how it is given out, until when."""

    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.PROTECT, related_name="invitations"
    )
    kind = models.CharField(
        max_length=10, choices=InvitationKind, default=InvitationKind.LINK
    )
    label = models.CharField(max_length=100, blank=True)
    helper = models.CharField(
        max_length=100,
        blank=True,
        help_text=(
            "Who is beside the young people, as a job title: for groups, assisted "
            "entry and paper. Never the person the questions are about."
        ),
    )
    token = models.CharField(
        max_length=20,
        unique=True,
        default=new_token,
        help_text="Public: it is printed on posters.",
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    stopped_at = models.DateTimeField(null=True, blank=True)
    expires_on = models.DateField(
        null=True, blank=True, help_text="The last day it lets anybody start."
    )

    class Meta:
        """Newest first."""

        ordering = ("-made_at",)

    def __str__(self) -> str:
        """Return the label, or the kind."""
        return self.label or self.get_kind_display()

    @property
    def is_group(self) -> bool:
        """Say whether a few young people answer together, in one room."""
        return self.kind == InvitationKind.GROUP

    @property
    def is_assisted(self) -> bool:
        """Say whether a worker types for a young person."""
        return self.kind == InvitationKind.ASSISTED

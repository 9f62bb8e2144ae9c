"""An administrator's invitation to sign in."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from voice.accounts.enums import InvitationOrigin, Role


class StaffInvitation(models.Model):
    """An invitation by e-mail to sign in with these roles; used once, for a week."""

    email = models.EmailField()
    name = models.CharField(max_length=200)
    job_title = models.CharField(max_length=200, blank=True)
    roles = models.JSONField(default=list)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    origin = models.CharField(
        max_length=10, choices=InvitationOrigin, default=InvitationOrigin.PERSON
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty when the command that makes the first administrator invited.",
    )
    invited_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    accepted_by = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="staff_invitation",
    )
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Newest first; accepted by somebody at some time, or not at all."""

        ordering = ("-invited_at",)
        constraints = (
            models.CheckConstraint(
                name="staff_invitation_accepted_by_and_at_together",
                condition=models.Q(accepted_by=None, accepted_at=None)
                | models.Q(accepted_by__isnull=False, accepted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="staff_invitation_not_accepted_and_withdrawn",
                condition=models.Q(accepted_at=None) | models.Q(withdrawn_at=None),
            ),
            models.CheckConstraint(
                name="staff_invitation_from_a_person_names_the_person",
                condition=models.Q(
                    origin=InvitationOrigin.PERSON, invited_by__isnull=False
                )
                | models.Q(origin=InvitationOrigin.COMMAND, invited_by=None),
            ),
            models.UniqueConstraint(
                Lower("email"),
                name="staff_invitation_waits_once_for_an_address",
                condition=models.Q(accepted_at=None, withdrawn_at=None),
            ),
        )

    def __str__(self) -> str:
        """Return whom it invites."""
        return self.email

    def role_names(self) -> list[str]:
        """Return the roles it gives, as people read them."""
        return [str(Role(role).label) for role in self.roles]

    @property
    def is_open(self) -> bool:
        """Say whether it can still be accepted."""
        return (
            self.accepted_at is None
            and self.withdrawn_at is None
            and timezone.now() < self.expires_at
        )

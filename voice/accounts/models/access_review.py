"""What an administrator found when they looked at somebody's access."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.accounts.enums import ReviewOutcome, Role


class AccessReview(models.Model):
    """One look at what somebody may see: confirmed or changed, by whom, when."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="access_reviews",
    )
    outcome = models.CharField(max_length=10, choices=ReviewOutcome)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reviewed_at = models.DateTimeField(default=timezone.now, editable=False)
    roles = models.JSONField(default=list, help_text="Those held after the review.")
    holds = models.JSONField(default=list, help_text="What they held, in words.")

    class Meta:
        """Newest first; never of oneself."""

        ordering = ("-reviewed_at", "-pk")
        constraints = (
            models.CheckConstraint(
                name="access_review_is_of_somebody_else",
                condition=~models.Q(user=models.F("reviewed_by")),
            ),
        )

    def __str__(self) -> str:
        """Return whose access it was."""
        return str(self.user)

    def role_names(self) -> list[str]:
        """Return the roles held after it, as people read them."""
        return [str(Role(role).label) for role in self.roles if role in Role.values]

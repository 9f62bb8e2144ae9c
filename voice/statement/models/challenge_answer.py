"""What the council says to evidence that challenges it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.statement.models.evidence import Evidence


class ChallengeAnswer(models.Model):
    """What somebody said to evidence that challenges what we do, and when."""

    evidence = models.ForeignKey(
        Evidence, on_delete=models.PROTECT, related_name="answers"
    )
    text = models.CharField(_("what we say to it"), max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        """In the order they were given; never empty."""

        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(
                name="challenge_answer_says_something", condition=models.Q(text__gt="")
            ),
        )

    def __str__(self) -> str:
        """Return the answer."""
        return self.text

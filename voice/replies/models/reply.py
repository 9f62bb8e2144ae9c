"""You said, we did."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from surveys.models import Consultation
from voice.releases.models import Release


class Reply(models.Model):
    """“You said, we did” to the young people of one consultation."""

    consultation = models.OneToOneField(
        Consultation, on_delete=models.PROTECT, related_name="reply"
    )
    release = models.ForeignKey(
        Release,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replies",
        verbose_name=_("release it speaks from"),
    )
    without_answers = models.BooleanField(
        default=False,
        help_text="Nobody had answered: it speaks from no release.",
    )
    of_few = models.BooleanField(
        default=False,
        help_text="So few answers counted that it speaks from no release.",
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    published_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; published whole or not; from no release only with a reason."""

        ordering = ("-published_at",)
        verbose_name = _("reply")
        verbose_name_plural = _("replies")
        constraints = (
            models.CheckConstraint(
                name="reply_published_whole_or_not",
                condition=models.Q(published_by=None, published_at=None)
                | models.Q(
                    published_by__isnull=False,
                    published_at__isnull=False,
                    release__isnull=False,
                    without_answers=False,
                    of_few=False,
                )
                | models.Q(
                    published_by__isnull=False,
                    published_at__isnull=False,
                    release=None,
                    without_answers=True,
                    of_few=False,
                )
                | models.Q(
                    published_by__isnull=False,
                    published_at__isnull=False,
                    release=None,
                    without_answers=False,
                    of_few=True,
                ),
            ),
        )

    def __str__(self) -> str:
        """Return whom it answers."""
        return f"Reply: {self.consultation}"

    @property
    def is_from_no_release(self) -> bool:
        """Say whether it tells what happened, as there is no release to speak from."""
        return self.without_answers or self.of_few

    @property
    def is_published(self) -> bool:
        """Say whether young people can read it."""
        return self.published_at is not None

"""A kept comment, or a passage of it, marked as one that might be quoted."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from surveys.models import Comment
from voice.themes.models.tag import Tag


class BasketQuote(models.Model):
    """A comment, or a passage of its kept text, that somebody might quote.

    Only a mark: whether it may travel is asked again when a release is made.
    """

    comment = models.ForeignKey(
        Comment, on_delete=models.PROTECT, related_name="basket_quotes"
    )
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=Tag.WHOLE)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first; a passage once."""

        ordering = ("-at", "-id")
        constraints = (
            models.UniqueConstraint(
                name="basket_quote_passage_once", fields=("comment", "start", "end")
            ),
            models.CheckConstraint(
                name="basket_quote_passage_is_not_empty",
                condition=models.Q(end__gt=models.F("start")),
            ),
        )

    def __str__(self) -> str:
        """Return the row's number; never words."""
        return f"basket quote {self.pk}"

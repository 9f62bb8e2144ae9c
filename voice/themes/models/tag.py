"""This comment, or this passage of it, says this theme."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from surveys.models import Comment
from voice.themes.models.suggestion import Suggestion
from voice.themes.models.theme import Theme


class Tag(models.Model):
    """This comment, or this passage of its kept text, says this theme.

    `start` and `end` count characters of the kept text; a whole comment runs
    from 0 to `WHOLE`. Always made by a named person; `suggestion` is the proposal
    they accepted, and `is_unaided` says that no proposal was on the screen.
    """

    WHOLE = 1_000_000

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="tags")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="tags")
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=WHOLE)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False)
    suggestion = models.ForeignKey(
        Suggestion, null=True, on_delete=models.PROTECT, related_name="tags"
    )
    is_unaided = models.BooleanField(default=True)

    class Meta:
        """In order of making; a passage says a theme once."""

        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(
                name="tag_passage_says_a_theme_once",
                fields=("comment", "theme", "start", "end"),
            ),
            models.CheckConstraint(
                name="tag_passage_is_not_empty",
                condition=models.Q(end__gt=models.F("start")),
            ),
            models.CheckConstraint(
                name="tag_of_a_suggestion_was_aided",
                condition=models.Q(suggestion=None) | models.Q(is_unaided=False),
            ),
        )

    def __str__(self) -> str:
        """Return the row's number; never words."""
        return f"tag {self.pk}"

"""What the machine proposes, and what it learned it from."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from surveys.models import Comment, Question
from voice.themes.enums import Likeliness
from voice.themes.models.theme import Theme


class Training(models.Model):
    """One learning from the tags people made on a question's comments.

    Nothing it learned is kept but what it proposes. `tags_hash` is the SHA-256 of the
    ids it learned from; `accuracy` holds how right it is, in the shape of
    voice.themes.logic.accuracy.Accuracy, or nothing while too little is known.
    """

    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, related_name="trainings"
    )
    number = models.PositiveIntegerField()
    tags_hash = models.CharField(max_length=64)
    learned_from = models.PositiveIntegerField(help_text="Comments with a tag.")
    uses_meaning = models.BooleanField(
        help_text="Sentence vectors were there; otherwise words alone."
    )
    accuracy = models.JSONField(default=dict)
    seconds = models.FloatField(default=0.0, help_text="How long it took.")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first; numbered from 1 in each question."""

        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(
                name="training_number_once_a_question", fields=("question", "number")
            ),
        )

    def __str__(self) -> str:
        """Return its number."""
        return f"training {self.number}"


class Suggestion(models.Model):
    """The machine's proposal that a comment says a theme; a tag only once accepted.

    `score` runs from 0 to 1. Proposals nobody took give way to those of the next
    training; those taken stay.
    """

    training = models.ForeignKey(
        Training, on_delete=models.PROTECT, related_name="suggestions"
    )
    comment = models.ForeignKey(
        Comment, on_delete=models.PROTECT, related_name="suggestions"
    )
    theme = models.ForeignKey(
        Theme, on_delete=models.PROTECT, related_name="suggestions"
    )
    score = models.FloatField()
    likeliness = models.CharField(max_length=10, choices=Likeliness)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        """Likeliest first; once a training; taken by and at together."""

        ordering = ("-score", "id")
        constraints = (
            models.UniqueConstraint(
                name="suggestion_once_a_training",
                fields=("training", "comment", "theme"),
            ),
            models.CheckConstraint(
                name="suggestion_accepted_by_and_at_together",
                condition=models.Q(accepted_by=None, accepted_at=None)
                | models.Q(accepted_by__isnull=False, accepted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="suggestion_score_is_a_share",
                condition=models.Q(score__gte=0, score__lte=1),
            ),
        )
        indexes = (models.Index(fields=("comment", "-score")),)

    def __str__(self) -> str:
        """Return the row's number; never words."""
        return f"suggestion {self.pk}"

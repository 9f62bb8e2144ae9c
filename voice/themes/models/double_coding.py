"""Two people coding the same comments without seeing each other's tags."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from surveys.models import Comment, Question
from voice.themes.models.theme import Theme


class DoubleCoding(models.Model):
    """A sample of one question's comments, coded blind by two people or more."""

    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, related_name="double_codings"
    )
    coders = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="double_codings"
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; one under way a question; ended by and at together."""

        ordering = ("-made_at", "-id")
        constraints = (
            models.UniqueConstraint(
                name="double_coding_one_under_way_a_question",
                fields=("question",),
                condition=models.Q(ended_at=None),
            ),
            models.CheckConstraint(
                name="double_coding_ended_by_and_at_together",
                condition=models.Q(ended_by=None, ended_at=None)
                | models.Q(ended_by__isnull=False, ended_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        """Return the row's number."""
        return f"double coding {self.pk}"


class SampledComment(models.Model):
    """A comment of a sample, in its drawn place; settled once people agreed on it."""

    double_coding = models.ForeignKey(
        DoubleCoding, on_delete=models.PROTECT, related_name="sampled"
    )
    comment = models.ForeignKey(
        Comment, on_delete=models.PROTECT, related_name="sampled"
    )
    place = models.PositiveIntegerField()
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)

    class Meta:
        """In the order drawn; once a sample; settled by and at together."""

        ordering = ("place",)
        constraints = (
            models.UniqueConstraint(
                name="sampled_comment_once_a_sample",
                fields=("double_coding", "comment"),
            ),
            models.CheckConstraint(
                name="sampled_comment_settled_by_and_at_together",
                condition=models.Q(settled_by=None, settled_at=None)
                | models.Q(settled_by__isnull=False, settled_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        """Return the row's number; never words."""
        return f"sampled comment {self.pk}"


class BlindCoding(models.Model):
    """The themes one coder heard in a sampled comment, seen by nobody until all have.

    None at all is an answer too, and is not the same as not having coded it.
    """

    sampled = models.ForeignKey(
        SampledComment, on_delete=models.PROTECT, related_name="codings"
    )
    coder = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    themes = models.ManyToManyField(Theme, related_name="blind_codings")
    at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """In the order made; once a coder."""

        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(
                name="blind_coding_once_a_coder", fields=("sampled", "coder")
            ),
        )

    def __str__(self) -> str:
        """Return the row's number; never words."""
        return f"blind coding {self.pk}"

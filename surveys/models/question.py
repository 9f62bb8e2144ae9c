"""A measure with a stable key across editions, languages and age bands."""

from django.db import models

from surveys.enums import QuestionKind


class Question(models.Model):
    """A measure with a stable key across editions, languages and age bands."""

    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.PROTECT, related_name="question_rows"
    )
    key = models.SlugField(max_length=40)
    kind = models.CharField(max_length=20, choices=QuestionKind)
    prompt = models.CharField(max_length=300, help_text="Base wording, newest edition.")
    position = models.PositiveSmallIntegerField()

    class Meta:
        """In the order they are asked."""

        ordering = ("survey", "position")
        constraints = (
            models.UniqueConstraint(
                name="question_key_once_a_survey", fields=("survey", "key")
            ),
        )

    def __str__(self) -> str:
        """Return the base wording."""
        return self.prompt

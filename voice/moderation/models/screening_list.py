"""One version of a list that screening looks for."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.moderation.enums import ListKind


class ScreeningList(models.Model):
    """One version of a list that screening looks for; each change makes the next.

    Number 0 is the list as it came with Voice, and has no row. `lines` are as a person
    wrote them, headings (#) among them. Only worries are kept by language.
    """

    kind = models.CharField(max_length=10, choices=ListKind)
    language = models.CharField(max_length=10, blank=True)
    number = models.PositiveIntegerField()
    lines = models.JSONField(default=list)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first; a number is given once."""

        ordering = ("kind", "language", "-number")
        constraints = (
            models.UniqueConstraint(
                name="screening_list_one_of_a_number",
                fields=("kind", "language", "number"),
            ),
            models.CheckConstraint(
                name="screening_list_numbered_from_one",
                condition=models.Q(number__gte=1),
            ),
            models.CheckConstraint(
                name="screening_list_language_is_for_worries",
                condition=models.Q(kind=ListKind.WORRIES, language__gt="")
                | (~models.Q(kind=ListKind.WORRIES) & models.Q(language="")),
            ),
        )

    def __str__(self) -> str:
        """Return the list and its number."""
        return f"{self.kind} {self.language} {self.number}".replace("  ", " ")

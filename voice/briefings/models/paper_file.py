"""A file that was made of a paper, kept so that everybody gets the same one."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.briefings.enums import PaperKind


class PaperFile(models.Model):
    """One file of a paper as it was read: asked for, then made and kept.

    `digest` is the SHA-256 of what was read, notes of recalls included, so that a
    paper read otherwise later is another file. `paper` is there for whoever makes it.
    """

    digest = models.CharField(max_length=64)
    kind = models.CharField(max_length=12, choices=PaperKind)
    paper = models.JSONField()
    asked_at = models.DateTimeField(default=timezone.now)
    made = models.BinaryField(null=True)
    made_at = models.DateTimeField(null=True)

    class Meta:
        """In order of asking; one a paper and kind; made with its date or not at all."""

        ordering = ("asked_at", "pk")
        verbose_name = _("file of a paper")
        constraints = (
            models.UniqueConstraint(
                name="paper_file_one_a_paper_and_kind", fields=("digest", "kind")
            ),
            models.CheckConstraint(
                name="paper_file_made_whole_or_not",
                condition=models.Q(made=None, made_at=None)
                | models.Q(made__isnull=False, made_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        """Return what kind of file it is, and of which paper."""
        return f"{self.get_kind_display()} {self.digest[:8]}"

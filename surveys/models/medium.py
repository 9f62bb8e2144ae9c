"""A picture or a recording that belongs to questions; never a child's."""

from django.db import models
from django.utils import timezone

from surveys.enums import MediaType


class Medium(models.Model):
    """A picture or a recording shown with questions, named by what it holds.

    It is in the database, so that every web machine has it and an edition's stay
    as they were. What young people send is a Recording, sealed; never this.
    """

    sha256 = models.CharField(max_length=64, primary_key=True)
    media_type = models.CharField(max_length=20, choices=MediaType)
    content = models.BinaryField()
    size = models.PositiveIntegerField(help_text="In bytes.")
    width = models.PositiveIntegerField(default=0, help_text="In pixels; 0 of a sound.")
    height = models.PositiveIntegerField(default=0)
    added_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        """Newest first."""

        ordering = ("-added_at", "sha256")
        verbose_name_plural = "media"

    def __str__(self) -> str:
        """Return what names it."""
        return self.sha256[:12]

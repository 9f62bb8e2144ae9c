"""The themes in use for some consultations."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from surveys.models import Consultation


class Codebook(models.Model):
    """The themes in use for some consultations, shared across their rounds."""

    guid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=200)
    consultations = models.ManyToManyField(
        Consultation, related_name="codebooks", verbose_name=_("consultations")
    )

    class Meta:
        """By title."""

        ordering = ("title",)
        verbose_name = _("codebook")

    def __str__(self) -> str:
        """Return the title."""
        return self.title

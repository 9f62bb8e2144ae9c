"""A file that is evidence: sealed, and never changed."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.council.domain.keys import open_content, seal_content
from voice.council.enums import KeyPurpose
from voice.frozen_rows import FrozenRow
from voice.statement.enums import FileType

# Files belong to the statement, not to a survey: they are under a key of its own.
KEY_OWNER = "statement"


class EvidenceFileStays(Exception):
    """A file that is evidence never changes and never goes."""


class EvidenceFile(FrozenRow):
    """A file somebody brought as evidence: what it is called, from where, what it shows.

    Sealed in its column, as it may hold what young people said. Those who read the
    statement at the desk open it, and nobody else: it was not protected as a release is.
    """

    refusal = EvidenceFileStays

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    title = models.CharField(_("what it is called"), max_length=200)
    dated_on = models.DateField(_("of which day it is"))
    source = models.CharField(_("where it is from"), max_length=200)
    shows = models.CharField(_("what it shows"), max_length=500)
    media_type = models.CharField(max_length=100, choices=FileType)
    size = models.PositiveIntegerField(help_text="In bytes.")
    sha256 = models.CharField(max_length=64)
    sealed_content = models.BinaryField()

    class Meta:
        """Newest first; only what is on the list is kept."""

        ordering = ("-dated_on", "id")
        constraints = (
            models.CheckConstraint(
                name="evidence_file_of_a_known_type",
                condition=models.Q(media_type__in=sorted(FileType.values)),
            ),
        )

    def __str__(self) -> str:
        """Return its random id: the title is somebody's words."""
        return str(self.pk)

    def content_place(self) -> str:
        """Return what the content is bound to: this row and column."""
        return f"evidence-file/{self.pk}/content"

    def write(self, content: bytes) -> None:
        """Seal `content` in this row; save afterwards."""
        self.sealed_content = seal_content(
            content,
            owner=KEY_OWNER,
            purpose=KeyPurpose.KEPT,
            bound_to=self.content_place(),
        )

    def read(self) -> bytes:
        """Return the file, unsealed."""
        return open_content(
            self.sealed_content,
            owner=KEY_OWNER,
            purpose=KeyPurpose.KEPT,
            bound_to=self.content_place(),
        )

"""A safeguarding worry raised from a comment."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from surveys.models import Comment
from voice.council.domain.keys import open_text, seal_text
from voice.council.enums import KeyPurpose
from voice.moderation.enums import ConcernState, Outcome, RaisedBy

OWNER = "safeguarding"


class Concern(models.Model):
    """A safeguarding worry raised from a comment; safeguarding leads alone see it.

    It holds a copy of the child's exact words under its own key, so that nothing
    that happens to the comment reaches it. A child who changes their words may be
    worried about again: then there is a second one, and the first stays.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    comment = models.ForeignKey(
        Comment, on_delete=models.PROTECT, related_name="concerns"
    )
    sealed_words = models.BinaryField()
    sealed_note = models.BinaryField(null=True)
    raised_from = models.CharField(
        max_length=10, choices=RaisedBy, default=RaisedBy.READER
    )
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    raised_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(
        max_length=10, choices=ConcernState, default=ConcernState.NEW
    )
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    seen_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    reference = models.CharField(max_length=100, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        """Oldest first; who and when travel together."""

        ordering = ("raised_at",)
        constraints = (
            models.CheckConstraint(
                name="concern_seen_by_and_at_together",
                condition=models.Q(seen_by=None, seen_at=None)
                | models.Q(seen_by__isnull=False, seen_at__isnull=False),
            ),
            models.CheckConstraint(
                name="concern_decided_whole_or_not",
                condition=models.Q(
                    state=ConcernState.DECIDED,
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                    outcome__gt="",
                )
                | (
                    ~models.Q(state=ConcernState.DECIDED)
                    & models.Q(decided_by=None, decided_at=None, outcome="")
                ),
            ),
        )

    def __str__(self) -> str:
        """Return the random id, never the words."""
        return str(self.id)

    def write(self, *, words: str, note: str = "") -> None:
        """Seal the child's exact words, and the lead's reason when there is one."""
        self.sealed_words = self._seal("words", words)
        if note:
            self.write_note(note)

    def write_note(self, note: str) -> None:
        """Seal the lead's reason."""
        self.sealed_note = self._seal("note", note)

    def words(self) -> str:
        """Return the child's exact words."""
        return self._open("words", bytes(self.sealed_words))

    def note(self) -> str:
        """Return the lead's reason; empty when there is none."""
        if self.sealed_note is None:
            return ""
        return self._open("note", bytes(self.sealed_note))

    def _seal(self, column: str, text: str) -> bytes:
        """Return `text` sealed for one column of this row."""
        return seal_text(
            text,
            owner=OWNER,
            purpose=KeyPurpose.SAFEGUARDING,
            bound_to=f"concern/{self.id}/{column}",
        )

    def _open(self, column: str, sealed: bytes | memoryview) -> str:
        """Return what was sealed for one column of this row."""
        return open_text(
            sealed,
            owner=OWNER,
            purpose=KeyPurpose.SAFEGUARDING,
            bound_to=f"concern/{self.id}/{column}",
        )

"""A copy of the voice or drawing that a concern is about."""

from django.db import models

from surveys.enums import MediaType
from voice.moderation.models.concern import Concern
from voice.moderation.models.sealed import (
    open_recording_for_leads,
    seal_recording_for_leads,
)


class ConcernRecording(models.Model):
    """A copy of the voice or drawing a concern is about, under the safeguarding key."""

    concern = models.OneToOneField(
        Concern, on_delete=models.PROTECT, related_name="recording"
    )
    media_type = models.CharField(max_length=20, choices=MediaType)
    sealed_content = models.BinaryField()

    def __str__(self) -> str:
        """Return the concern's random id."""
        return str(self.concern_id)

    def write(self, content: bytes) -> None:
        """Seal `content` in this row; save afterwards."""
        self.sealed_content = seal_recording_for_leads(content, self._place())

    def read(self) -> bytes:
        """Return what the child said or drew, unsealed."""
        return open_recording_for_leads(self.sealed_content, self._place())

    def _place(self) -> str:
        """Return what the content is bound to: this concern's row and column."""
        return f"concern_recording/{self.concern_id}/content"

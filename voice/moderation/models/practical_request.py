"""Something practical that a young person asked to be sorted out."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from surveys.enums import InvitationKind
from surveys.models import Survey
from voice.council.domain.keys import Sealed, open_text, seal_text, survey_owner
from voice.council.enums import KeyPurpose
from voice.moderation.enums import RequestState
from voice.moderation.models.concern import Concern


class PracticalRequest(models.Model):
    """Something practical a young person asked for: “Please sort this out”.

    Those who run the survey see it, one of them owns it. It names no response and is
    never counted. Words, how to tell them and what was done are sealed under the
    survey's raw key, and end with it.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="practical_requests"
    )
    language = models.CharField(max_length=10)
    age_band = models.CharField(max_length=10)
    week = models.DateField(help_text="Monday of the week; nothing finer is told.")
    way_in = models.CharField(max_length=10, choices=InvitationKind)
    way_in_label = models.CharField(max_length=100, blank=True)
    sealed_words = models.BinaryField()
    sealed_reach = models.BinaryField(null=True)
    sealed_note = models.BinaryField(null=True, help_text="What was done about it.")
    arrived_at = models.DateTimeField(default=timezone.now, editable=False)
    screened_at = models.DateTimeField(null=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="practical_requests",
    )
    state = models.CharField(
        max_length=15, choices=RequestState, default=RequestState.OPEN
    )
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)
    concern = models.OneToOneField(
        Concern,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="What the safeguarding leads have of it, when it was passed on.",
    )

    class Meta:
        """Oldest first; settled whole or not."""

        ordering = ("arrived_at",)
        constraints = (
            models.CheckConstraint(
                name="practical_request_settled_whole_or_not",
                condition=Q(
                    state__in=sorted(RequestState.settled()),
                    settled_by__isnull=False,
                    settled_at__isnull=False,
                )
                | (
                    ~Q(state__in=sorted(RequestState.settled()))
                    & Q(settled_by=None, settled_at=None)
                ),
            ),
        )

    def __str__(self) -> str:
        """Return the random id, never the words."""
        return str(self.id)

    @property
    def may_be_read(self) -> bool:
        """Say whether workers may open the words.

        Not before they were screened, and no longer when the safeguarding leads have
        them: they may be about one of the workers.
        """
        return self.screened_at is not None and self.state != RequestState.PASSED_ON

    def place(self, column: str) -> str:
        """Return what a column of this row is bound to."""
        return f"practical_request/{self.id}/{column}"

    def write(self, *, words: str, reach: str) -> None:
        """Seal what they asked and how to tell them; save afterwards."""
        self.sealed_words = self._sealed(words, "words")
        self.sealed_reach = self._sealed(reach, "reach") if reach.strip() else None

    def write_note(self, note: str) -> None:
        """Seal what was done about it; save afterwards."""
        self.sealed_note = self._sealed(note, "note") if note.strip() else None

    def words(self) -> str:
        """Return what they asked; raises KeyDestroyed after retention."""
        return self._opened(self.sealed_words, "words")

    def reach(self) -> str:
        """Return how to tell them, if they said; raises KeyDestroyed."""
        return self._opened(self.sealed_reach, "reach")

    def note(self) -> str:
        """Return what was done about it; raises KeyDestroyed."""
        return self._opened(self.sealed_note, "note")

    def _sealed(self, text: str, column: str) -> bytes:
        """Return `text` sealed for a column of this row."""
        return seal_text(
            text,
            owner=survey_owner(self.survey_id),
            purpose=KeyPurpose.RAW,
            bound_to=self.place(column),
        )

    def _opened(self, sealed: Sealed | None, column: str) -> str:
        """Return what a column holds; empty when nothing."""
        if sealed is None:
            return ""
        return open_text(
            sealed,
            owner=survey_owner(self.survey_id),
            purpose=KeyPurpose.RAW,
            bound_to=self.place(column),
        )

"""What a group wrote about one passage, and what we did about it."""

from django.conf import settings
from django.db import models

from voice.council.domain.keys import Sealed, open_text, seal_text
from voice.council.enums import KeyPurpose
from voice.young_editors.enums import CameOfIt
from voice.young_editors.models.editors_answer import EditorsAnswer


class EditorsComment(models.Model):
    """What a group wrote about one passage, or the whole; and our answer to it.

    Both are sealed under the invitation's own key, and end with it.
    `passage` is the key of a passage of the words shown, empty for the whole.
    """

    answer = models.ForeignKey(
        EditorsAnswer, on_delete=models.PROTECT, related_name="comments"
    )
    line = models.PositiveSmallIntegerField()
    passage = models.CharField(max_length=200, blank=True)
    sealed_words = models.BinaryField()
    came_of_it = models.CharField(
        max_length=15, choices=CameOfIt, default=CameOfIt.OPEN
    )
    sealed_told = models.BinaryField(null=True)
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    told_at = models.DateTimeField(null=True)

    class Meta:
        """In the order of the page; answered whole or not."""

        ordering = ("line",)
        constraints = (
            models.UniqueConstraint(
                name="editors_comment_once_a_line", fields=("answer", "line")
            ),
            models.CheckConstraint(
                name="editors_comment_answered_whole_or_not",
                condition=models.Q(
                    came_of_it=CameOfIt.OPEN,
                    told_by=None,
                    told_at=None,
                    sealed_told=None,
                )
                | models.Q(
                    came_of_it__in=sorted(one.value for one in CameOfIt.answered()),
                    told_by__isnull=False,
                    told_at__isnull=False,
                ),
            ),
        )

    def __str__(self) -> str:
        """Return where it stands, never the words."""
        return f"{self.answer_id}/{self.line}"

    @property
    def is_answered(self) -> bool:
        """Say whether the group is told what came of it."""
        return self.came_of_it in CameOfIt.answered()

    def place(self, column: str) -> str:
        """Return what a column of this row is bound to."""
        return f"editors_comment/{self.answer_id}/{self.line}/{column}"

    def owner(self) -> str:
        """Return whose key seals it."""
        return self.answer.shown.invitation.key_owner

    def write(self, words: str) -> None:
        """Seal what they wrote; save afterwards. Raises KeyDestroyed."""
        self.sealed_words = self._sealed(words, "words")

    def tell(self, told: str) -> None:
        """Seal what they are told; save afterwards. Raises KeyDestroyed."""
        self.sealed_told = self._sealed(told, "told")

    def words(self) -> str:
        """Return what they wrote; raises KeyDestroyed after retention."""
        return self._opened(self.sealed_words, "words")

    def told(self) -> str:
        """Return what they are told; empty when nothing. Raises KeyDestroyed."""
        return self._opened(self.sealed_told, "told") if self.sealed_told else ""

    def _sealed(self, text: str, column: str) -> bytes:
        """Return `text` sealed for a column of this row."""
        return seal_text(
            text,
            owner=self.owner(),
            purpose=KeyPurpose.RAW,
            bound_to=self.place(column),
        )

    def _opened(self, sealed: Sealed, column: str) -> str:
        """Return what a column holds."""
        return open_text(
            sealed,
            owner=self.owner(),
            purpose=KeyPurpose.RAW,
            bound_to=self.place(column),
        )

"""Exactly what a group was shown."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from voice.frozen_rows import FrozenQuerySet, FrozenRow
from voice.young_editors.logic.passages import Passage, unpacked
from voice.young_editors.models.editors_invitation import EditorsInvitation


class ShownWordsStay(Exception):
    """What was shown stays as it was; show them the new words instead."""


class ShownWords(FrozenRow):
    """The words a group was shown, frozen: an answer is to exactly these.

    `passages` are those in its languages and age bands (logic.passages.Passage);
    `fingerprint` is that of all the words of the thing, shown or not.
    """

    invitation = models.ForeignKey(
        EditorsInvitation, on_delete=models.PROTECT, related_name="shown"
    )
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=255)
    passages = models.JSONField(default=list)
    fingerprint = models.CharField(max_length=64)
    shown_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    shown_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = FrozenQuerySet.as_manager()
    refusal = ShownWordsStay

    class Meta:
        """Newest first; numbered in order."""

        ordering = ("-number",)
        verbose_name_plural = "shown words"
        constraints = (
            models.UniqueConstraint(
                name="shown_words_number_once", fields=("invitation", "number")
            ),
        )

    def __str__(self) -> str:
        """Return the title."""
        return self.title

    def read(self) -> list[Passage]:
        """Return the passages."""
        return unpacked(self.passages)

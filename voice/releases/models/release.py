"""An immutable, protected set of tables from one survey."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from surveys.models import Survey
from voice.releases.enums import ReleaseKind, ReleaseState


class ReleaseIsImmutable(Exception):
    """An issued release never changes, nor does anything that travels in it."""

    def __init__(self) -> None:
        super().__init__(_("A release cannot be changed once it is issued."))


class Release(models.Model):
    """An immutable, protected set of tables from one survey.

    `tables` has the shape of voice.releases.logic.tables.Tables and holds
    nothing that has not passed through disclosure control. `codebook` is a list of
    voice.releases.logic.codebook.KeptCodebook, for those who made it alone: it names
    themes that hardly anybody says. `content_hash` covers tables, codebook and quotes;
    voice.releases.queries checks it at every reading.
    """

    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="releases"
    )
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=ReleaseKind)
    state = models.CharField(
        max_length=10, choices=ReleaseState, default=ReleaseState.PROPOSED
    )
    tables = models.JSONField()
    codebook = models.JSONField(default=list)
    content_hash = models.CharField(max_length=64)
    counted = models.PositiveIntegerField(
        help_text="True number of responses; only the next release's gates read it."
    )
    proposed_at = models.DateTimeField(default=timezone.now)
    issued_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; numbered; issued at a time, or not issued; one waits."""

        ordering = ("survey", "-number")
        constraints = (
            models.UniqueConstraint(
                name="release_number_once_a_survey", fields=("survey", "number")
            ),
            models.UniqueConstraint(
                name="release_one_waits_a_survey",
                fields=("survey",),
                condition=models.Q(state=ReleaseState.PROPOSED),
            ),
            models.CheckConstraint(
                name="release_issued_at_a_time",
                condition=models.Q(state=ReleaseState.ISSUED, issued_at__isnull=False)
                | (~models.Q(state=ReleaseState.ISSUED) & models.Q(issued_at=None)),
            ),
        )

    def __str__(self) -> str:
        """Return survey and number."""
        return f"{self.survey} · release {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new or a waiting release; raises ReleaseIsImmutable otherwise."""
        if not self._state.adding:
            refuse_settled(self.pk)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raise ReleaseIsImmutable: a release is dropped, never deleted."""
        raise ReleaseIsImmutable

    @property
    def is_issued(self) -> bool:
        """Say whether two people have signed."""
        return self.state == ReleaseState.ISSUED

    @property
    def is_recalled(self) -> bool:
        """Say whether it was taken back since; read it with its recall, or this asks."""
        return hasattr(self, "recall")

    @property
    def is_waiting(self) -> bool:
        """Say whether it waits for its second signature."""
        return self.state == ReleaseState.PROPOSED

    @property
    def is_words_only(self) -> bool:
        """Say whether it tells words alone."""
        return self.kind == ReleaseKind.WORDS_ONLY


def refuse_settled(release_id: int) -> None:
    """Raise ReleaseIsImmutable unless the release, as stored, still waits."""
    waiting = Release.objects.filter(pk=release_id, state=ReleaseState.PROPOSED)
    if not waiting.exists():
        raise ReleaseIsImmutable

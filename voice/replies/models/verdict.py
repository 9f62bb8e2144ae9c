"""What young people say of a promise, as it was released."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.frozen_rows import FrozenQuerySet, FrozenRow
from voice.releases.models import Release
from voice.replies.models.promise import Promise


class VerdictIsFrozen(Exception):
    """A verdict never changes; it is what young people said."""

    def __init__(self) -> None:
        super().__init__("A verdict cannot be changed, by anybody.")


class Verdict(FrozenRow):
    """What young people from the same groups say of a promise; nobody edits it.

    Made when two people have signed the release of the promise's survey. `frozen` has
    the shape of voice.replies.logic.verdict.Frozen: protected figures, then and now,
    and what officers said of the promise that day. A recalled release takes it back.
    """

    refusal = VerdictIsFrozen

    promise = models.ForeignKey(
        Promise, on_delete=models.PROTECT, related_name="verdicts"
    )
    release = models.OneToOneField(
        Release, on_delete=models.PROTECT, related_name="verdict"
    )
    frozen = models.JSONField()
    content_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)

    objects = FrozenQuerySet.as_manager()

    class Meta:
        """Newest first."""

        ordering = ("-made_at", "-id")
        verbose_name = _("verdict")

    def __str__(self) -> str:
        """Return what it is a verdict on."""
        return f"verdict from {self.release}"

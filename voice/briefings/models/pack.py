"""The evidence for inspectors, as it was when somebody made it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.frozen_rows import FrozenQuerySet, FrozenRow


class PackIsFrozen(Exception):
    """A pack never changes; make another."""

    def __init__(self) -> None:
        super().__init__(_("A pack stays as it was made. Make another."))


class Pack(FrozenRow):
    """The evidence for inspectors of one period, frozen when it was made.

    `paper` has the shape of voice.briefings.logic.paper.Paper and `content_hash` is its
    own. `key_themes` and `consultations` are the keys that were chosen; empty is all.
    """

    refusal = PackIsFrozen

    since = models.DateField(_("from"))
    until = models.DateField(_("to"))
    key_themes = models.JSONField(default=list)
    consultations = models.JSONField(default=list)
    paper = models.JSONField()
    content_hash = models.CharField(max_length=64)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)

    objects = FrozenQuerySet.as_manager()

    class Meta:
        """Newest first; a period that is one."""

        ordering = ("-made_at", "-id")
        constraints = (
            models.CheckConstraint(
                name="pack_ends_when_it_begins_or_later",
                condition=models.Q(until__gte=models.F("since")),
            ),
        )

    def __str__(self) -> str:
        """Return its number."""
        return f"pack {self.pk}"

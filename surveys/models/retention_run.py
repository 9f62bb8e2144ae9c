"""What was destroyed of a survey because its time was over."""

from django.apps import apps
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from surveys.enums import Kept

# Each name that counts go by, for people: of models, and of what is forgotten.
NAMES = {
    "answers": _("answers"),
    "comments": _("comments"),
    "notes": _("notes"),
    "readings": _("readings"),
    "recordings": _("recordings"),
    "responses": _("responses"),
    "thanks": _("thanks"),
    "transcripts": _("transcripts"),
    "translations": _("translations"),
}


class RetentionRun(models.Model):
    """What was destroyed of a survey because its time was over: kind, when, how much.

    `counts` maps what it was to how many; nothing that was destroyed is in it. Where
    comments were still unread, `held` says how many were left and the rest is done later.
    """

    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.PROTECT, related_name="retention_runs"
    )
    kind = models.CharField(max_length=10, choices=Kept)
    at = models.DateTimeField(default=timezone.now)
    counts = models.JSONField(default=dict)
    held = models.PositiveIntegerField(default=0)
    had_answers = models.BooleanField(
        default=True,
        help_text=(
            "Something that somebody had finished was among it; also true of what was "
            "destroyed before this was kept."
        ),
    )
    key_destroyed = models.BooleanField(default=False)
    scrubbed_at = models.DateTimeField(
        null=True, help_text="When the database's free space was swept afterwards."
    )

    class Meta:
        """Newest first."""

        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        """Return kind and day."""
        return f"{self.kind} {self.at:%Y-%m-%d}"

    @property
    def told(self) -> dict[str, int]:
        """Return the counts by a name for people: a column's is that of its rows."""
        told: dict[str, int] = {}
        for name, count in self.counts.items():
            app, _dot, model = name.rpartition(".")[0].partition(".")
            if model:
                meta = apps.get_model(app, model)._meta  # noqa: SLF001 - Django's public interface
                name = str(meta.verbose_name_plural)
            words = str(NAMES.get(name, name))
            told[words] = told.get(words, 0) + count
        return told

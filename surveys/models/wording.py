"""One part of a survey as shown to one age band in one language."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from surveys.made_by import MadeBy
from surveys.models.medium import Medium


class Wording(models.Model):
    """One part of a survey as shown to one age band in one language.

    `key` is a question's key, or empty for the survey's own words. `part` is
    prompt, help, low, high, option.KEY; title, introduction or thanks for the
    survey's own. An empty `age_band` serves every band without its own wording.
    """

    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.CASCADE, related_name="wordings"
    )
    key = models.CharField(_("question"), max_length=40, blank=True)
    part = models.CharField(_("part"), max_length=60)
    age_band = models.CharField(_("age band"), max_length=10, blank=True)
    language = models.CharField(_("language"), max_length=10)
    text = models.TextField(_("words"), blank=True)
    picture = models.ForeignKey(
        Medium, null=True, on_delete=models.PROTECT, related_name="+"
    )
    picture_alt = models.CharField(
        _("what the picture shows"), max_length=200, blank=True
    )
    sound = models.ForeignKey(
        Medium, null=True, on_delete=models.PROTECT, related_name="+"
    )
    sound_also = models.ForeignKey(
        Medium,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The same recording for devices that cannot play the first.",
    )
    made_by = models.CharField(
        _("whose voice"), max_length=10, choices=MadeBy, default=MadeBy.PERSON
    )
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who listened to the machine's voice and kept it.",
    )
    kept_at = models.DateTimeField(null=True, blank=True)
    said = models.TextField(
        _("what the recording says"),
        blank=True,
        help_text="The words that were recorded; others now mean record it again.",
    )
    base = models.TextField(
        _("base wording then"),
        blank=True,
        help_text="The base wording this was written from; another now means stale.",
    )

    class Meta:
        """One text for each part, band and language."""

        ordering = ("survey", "language", "age_band", "key", "part")
        constraints = (
            models.UniqueConstraint(
                name="wording_one_a_part_band_and_language",
                fields=("survey", "key", "part", "age_band", "language"),
            ),
            models.CheckConstraint(
                name="wording_holds_something",
                condition=~models.Q(text="", picture=None, sound=None),
            ),
            models.CheckConstraint(
                name="wording_machine_voice_was_kept_by_somebody",
                condition=models.Q(
                    made_by=MadeBy.PERSON, kept_by=None, kept_at=None, sound_also=None
                )
                | models.Q(
                    made_by=MadeBy.MACHINE,
                    kept_by__isnull=False,
                    kept_at__isnull=False,
                    sound__isnull=False,
                )
                & ~models.Q(said=""),
            ),
        )

    def __str__(self) -> str:
        """Return the words."""
        return self.text

    @property
    def holds_something(self) -> bool:
        """Say whether there are words, a picture or a recording to keep."""
        return bool(self.text or self.picture_id or self.sound_id)

    def says_with(self, sound: Medium | None, *, said: str) -> None:
        """Take `sound`, in which a person says `said`, in place of what there was."""
        self.sound, self.said = sound, said if sound else ""
        self.made_by, self.kept_by, self.kept_at = MadeBy.PERSON, None, None
        self.sound_also = None

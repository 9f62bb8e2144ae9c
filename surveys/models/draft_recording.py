"""A draft recording of one wording, spoken by a machine."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from surveys.models.medium import Medium


class DraftState(models.TextChoices):
    """How far a draft recording by the machine voice is."""

    WAITING = "waiting", _("Being made")
    MADE = "made", _("To be listened to")
    FAILED = "failed", _("Could not be made")
    KEPT = "kept", _("Kept")
    DROPPED = "dropped", _("Dropped")

    @classmethod
    def decided(cls) -> frozenset["DraftState"]:
        """Return the states in which a worker has said yes or no to it."""
        return frozenset({cls.KEPT, cls.DROPPED})

    @classmethod
    def audible(cls) -> frozenset["DraftState"]:
        """Return the states in which there is something to listen to."""
        return cls.decided() | {cls.MADE}


DECIDED = sorted(DraftState.decided())
AUDIBLE = sorted(DraftState.audible())


class DraftRecording(models.Model):
    """What a machine made of one wording, for a worker to listen to.

    No young person hears it: only what a worker has listened to and kept becomes the
    wording's recording, marked there as a machine's (docs/decisions/0019). `key` and
    `part` are as in Wording; `said` are the words it says, so other words now mean
    that it is made anew.
    """

    survey = models.ForeignKey(
        "surveys.Survey", on_delete=models.CASCADE, related_name="draft_recordings"
    )
    key = models.CharField(max_length=40)
    part = models.CharField(max_length=60)
    age_band = models.CharField(max_length=10, blank=True)
    language = models.CharField(max_length=10)
    said = models.TextField()
    voice = models.CharField(max_length=40, help_text="What the program calls it.")
    state = models.CharField(
        max_length=10, choices=DraftState, default=DraftState.WAITING
    )
    sound = models.ForeignKey(
        Medium, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sound_also = models.ForeignKey(
        Medium, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    asked_at = models.DateTimeField(default=timezone.now)
    heard_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    heard_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One a wording; heard, kept or dropped by somebody, or by nobody yet."""

        verbose_name = _("draft recording")
        ordering = ("survey", "language", "age_band", "pk")
        constraints = (
            models.UniqueConstraint(
                name="draft_recording_one_a_wording",
                fields=("survey", "key", "part", "age_band", "language"),
            ),
            models.CheckConstraint(
                name="draft_recording_sounds_once_it_is_made",
                condition=Q(state__in=AUDIBLE, sound__isnull=False)
                | (~Q(state__in=AUDIBLE) & Q(sound=None, sound_also=None)),
            ),
            models.CheckConstraint(
                name="draft_recording_heard_by_somebody",
                condition=Q(heard_by=None, heard_at=None)
                | Q(heard_by__isnull=False, heard_at__isnull=False),
            ),
            models.CheckConstraint(
                name="draft_recording_decided_by_somebody",
                condition=Q(
                    state__in=DECIDED,
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                )
                | (~Q(state__in=DECIDED) & Q(decided_by=None, decided_at=None)),
            ),
            models.CheckConstraint(
                name="draft_recording_kept_once_heard",
                condition=~Q(state=DraftState.KEPT) | Q(heard_by__isnull=False),
            ),
        )

    def __str__(self) -> str:
        """Return the words it says."""
        return self.said

    @property
    def name(self) -> tuple[str, str]:
        """Return what names its part within the survey."""
        return self.key, self.part

    def begin_again(self, said: str, *, voice: str) -> None:
        """Forget what was made, to say `said` anew; save afterwards."""
        self.said, self.voice, self.state = said, voice, DraftState.WAITING
        self.sound = self.sound_also = None
        self.heard_by = self.heard_at = None
        self.decided_by = self.decided_at = None

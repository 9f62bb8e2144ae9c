"""All counted answers of a survey as a file, for one person, for a day."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from surveys.models import Survey
from voice.releases.enums import ExportState

IN_HAND = sorted(state.value for state in ExportState.in_hand())


class Export(models.Model):
    """A file of all counted answers of a survey: who asked for it, why, how far it is.

    What is in it is sealed in parts, under a key of its own, which is destroyed with
    them; that it was made, by whom and why, stays. `attempt` counts how often it was
    begun: a worker that was thought dead writes nothing any more.
    """

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="exports")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    why = models.CharField(max_length=300)
    language = models.CharField(
        max_length=10, help_text="In which headings and options are told."
    )
    state = models.CharField(
        max_length=12, choices=ExportState, default=ExportState.WAITING
    )
    attempt = models.PositiveSmallIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    rows_all = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField(default=timezone.now)
    touched_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; one in hand a person and survey; ready ones expire."""

        ordering = ("-asked_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                name="export_one_in_hand",
                fields=("survey", "by"),
                condition=models.Q(state__in=IN_HAND),
            ),
            models.CheckConstraint(
                name="export_ready_expires",
                condition=~models.Q(state=ExportState.READY)
                | models.Q(expires_at__isnull=False),
            ),
            models.CheckConstraint(
                name="export_says_why", condition=models.Q(why__gt="")
            ),
        )
        indexes = (models.Index(fields=("state", "touched_at")),)

    def __str__(self) -> str:
        """Return its number."""
        return f"export {self.pk}"

    @property
    def is_in_hand(self) -> bool:
        """Say whether it will be ready soon."""
        return self.state in ExportState.in_hand()

    @property
    def is_ready(self) -> bool:
        """Say whether it can be taken."""
        return self.state == ExportState.READY

    @property
    def is_over(self) -> bool:
        """Say whether nothing of it is there any more."""
        return self.state not in ExportState.standing()

    def key_owner(self) -> str:
        """Return the name under which it owns its key."""
        return f"export:{self.pk}"


class ExportPart(models.Model):
    """Some lines of an export, pressed and sealed."""

    export = models.ForeignKey(Export, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    sealed_lines = models.BinaryField()

    class Meta:
        """In order; each number once."""

        ordering = ("export", "number")
        constraints = (
            models.UniqueConstraint(
                name="export_part_once", fields=("export", "number")
            ),
        )

    def __str__(self) -> str:
        """Return which part of which export."""
        return f"part {self.number} of export {self.export_id}"

    def place(self) -> str:
        """Return what the lines are bound to: this export and place in it."""
        return f"export/{self.export_id}/{self.number}"

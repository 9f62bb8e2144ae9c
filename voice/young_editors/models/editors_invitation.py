"""What one group is asked to look at."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone

from surveys.models import Survey
from voice.young_editors.enums import Kind
from voice.young_editors.models.editors_group import EditorsGroup

# As what young people write in a survey, unless that says otherwise.
WORDS_KEPT = timedelta(days=90)


class EditorsInvitation(models.Model):
    """One thing that one group is asked to look at, and the code that opens it.

    The thing is told by its kind and id: it belongs to an app above this one; `survey`
    is what it speaks from, for whoever looks into a worry. What the group writes is
    sealed under the invitation's own key, which is destroyed some time after its last
    day. No age bands are every one.
    """

    group = models.ForeignKey(
        EditorsGroup, on_delete=models.PROTECT, related_name="invitations"
    )
    kind = models.CharField(max_length=10, choices=Kind)
    object_id = models.PositiveBigIntegerField()
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="+")
    languages = models.JSONField(default=list)
    age_bands = models.JSONField(default=list)
    code_hash = models.CharField(  # noqa: DJ001 - NULL is exempt from the unique constraint
        max_length=64,
        null=True,
        unique=True,
        help_text="Keyed hash of the code; none before the first one is made.",
    )
    expires_on = models.DateField(help_text="The last day on which the code opens it.")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        """Newest first; taken back by somebody at some time, or not."""

        ordering = ("-made_at", "-pk")
        indexes = (models.Index(fields=("kind", "object_id")),)
        constraints = (
            models.CheckConstraint(
                name="editors_invitation_revoked_whole_or_not",
                condition=models.Q(revoked_by=None, revoked_at=None)
                | models.Q(
                    revoked_by__isnull=False, revoked_at__isnull=False, code_hash=None
                ),
            ),
        )

    def __str__(self) -> str:
        """Return who was asked."""
        return str(self.group)

    @property
    def key_owner(self) -> str:
        """Return the name under which it owns the key of what the group writes."""
        return f"editors_invitation:{self.pk}"

    @property
    def words_end(self) -> date:
        """Return the last day on which what the group wrote is kept."""
        return self.expires_on + WORDS_KEPT

    def is_open(self, on: date) -> bool:
        """Say whether its code opens it on the day `on`."""
        return self.revoked_at is None and self.expires_on >= on

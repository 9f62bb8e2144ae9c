"""A key of one survey, wrapped by the master key."""

from django.db import models
from django.utils import timezone

from voice.council.enums import KeyPurpose


class DataKey(models.Model):
    """A key for one purpose of one owner (a survey), wrapped by the master key.

    The newest version seals; each ciphertext names the version that opens it.
    """

    owner = models.CharField(max_length=100, help_text="For example survey:12.")
    purpose = models.CharField(max_length=20, choices=KeyPurpose)
    version = models.PositiveIntegerField(default=1)
    wrapped = models.BinaryField(null=True)
    master = models.CharField(max_length=40, help_text="Name of the master key used.")
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    replaced_at = models.DateTimeField(
        null=True, help_text="When a newer version began to seal; this one still opens."
    )
    destroyed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """One key an owner, purpose and version; a destroyed key holds nothing."""

        constraints = (
            models.UniqueConstraint(
                name="data_key_one_an_owner_purpose_and_version",
                fields=("owner", "purpose", "version"),
            ),
            models.CheckConstraint(
                name="data_key_destroyed_holds_nothing",
                condition=models.Q(destroyed_at=None, wrapped__isnull=False)
                | models.Q(destroyed_at__isnull=False, wrapped=None),
            ),
        )

    def __str__(self) -> str:
        """Return whose key it is and what for."""
        return f"{self.owner} {self.purpose} {self.version}"

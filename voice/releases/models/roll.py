"""Which responses a release was made from; never who gave them."""

from typing import Any

from django.db import models

from voice.releases.models.release import Release, ReleaseIsImmutable


class Roll(models.Model):
    """The ids of the responses that one release counted, packed.

    Release tables hold no true number, so what changed between two releases can only
    be attacked (voice.releases.logic.intruder), and what was erased since only be
    counted, while it is known who was in the first. Ids are random; sorted, so that
    their order tells nothing; one that was erased leads nowhere.
    """

    release = models.OneToOneField(
        Release, on_delete=models.PROTECT, related_name="roll"
    )
    packed = models.BinaryField(help_text="Sorted ids, sixteen bytes each.")

    def __str__(self) -> str:
        """Return which release it belongs to."""
        return f"roll of release {self.release_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save a new roll; raises ReleaseIsImmutable for one that exists."""
        if not self._state.adding:
            raise ReleaseIsImmutable
        super().save(*args, **kwargs)

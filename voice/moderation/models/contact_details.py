"""How a young person who asked to be contacted can be reached."""

import json

from django.db import models

from voice.moderation.models.concern import Concern
from voice.moderation.models.sealed import open_for_leads, seal_for_leads


class ContactDetails(models.Model):
    """How a young person who asked for it can be reached; sealed, in a row of its own.

    It has a shorter life than the concern: the row is deleted after `keep_until`.
    """

    concern = models.OneToOneField(
        Concern, on_delete=models.PROTECT, related_name="contact"
    )
    sealed_details = models.BinaryField()
    keep_until = models.DateField(
        null=True, help_text="Set by the decision; empty while the concern is open."
    )

    class Meta:
        """Plural like singular."""

        verbose_name_plural = "contact details"

    def __str__(self) -> str:
        """Return the concern's random id."""
        return str(self.concern_id)

    def write(self, *, called: str, how: str, who_sees: str, when: str) -> None:
        """Seal what they are called, how to reach them, who else sees it, when it is
        safe."""
        said = json.dumps(
            {"called": called, "how": how, "who_sees": who_sees, "when": when}
        )
        self.sealed_details = seal_for_leads(said, self._place())

    def read(self) -> dict[str, str]:
        """Return `called`, `how`, `who_sees` and `when`, unsealed."""
        said: dict[str, str] = json.loads(
            open_for_leads(self.sealed_details, self._place())
        )
        # Who else sees it was not asked at first.
        return {"who_sees": ""} | said

    def _place(self) -> str:
        """Return what the details are bound to: this concern's row and column."""
        return f"contact/{self.concern_id}/details"

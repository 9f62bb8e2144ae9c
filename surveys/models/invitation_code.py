"""A single-use code of a batch."""

from django.db import models

from surveys.enums import CodeState
from surveys.models.invitation import Invitation
from surveys.models.response import Response


class InvitationCode(models.Model):
    """One single-use code of a batch, as a keyed hash; the code itself is on paper.

    It knows the draft it started only while that is under way: once finished, no path
    leads from a code to answers. Nothing says when it was used. Whoever comes with a
    number may ask to be told what came of it through the worker who gave it out.
    """

    invitation = models.ForeignKey(
        Invitation, on_delete=models.PROTECT, related_name="codes"
    )
    code_hash = models.CharField(max_length=64, unique=True)
    number = models.PositiveIntegerField(
        null=True,
        help_text="What is printed beside it; only where a worker knows who answers.",
    )
    state = models.CharField(max_length=10, choices=CodeState, default=CodeState.UNUSED)
    tell_in = models.CharField(
        max_length=10,
        blank=True,
        help_text="The language in which its worker is to tell what came of it.",
    )
    tell_as = models.CharField(
        max_length=10, blank=True, help_text="The age band whose words that one reads."
    )
    draft = models.OneToOneField(
        Response,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="started_by",
    )

    class Meta:
        """A draft only while under way; a number once a batch; a wish with a number."""

        constraints = (
            models.CheckConstraint(
                name="invitation_code_forgets_its_draft",
                condition=models.Q(state=CodeState.STARTED) | models.Q(draft=None),
            ),
            models.CheckConstraint(
                name="invitation_code_tells_a_number_whole_or_not",
                condition=models.Q(tell_in="", tell_as="")
                | models.Q(tell_in__gt="", tell_as__gt="", number__isnull=False),
            ),
            models.UniqueConstraint(
                name="invitation_code_number_once_a_batch",
                fields=("invitation", "number"),
            ),
        )

    def __str__(self) -> str:
        """Return its state; never the code."""
        return self.get_state_display()

"""One young person's answers to one edition."""

import uuid

from django.db import models

from surveys.enums import Agreement, Company, HelpedBy, ResponseState
from surveys.models.edition import Edition
from surveys.models.invitation import Invitation
from surveys.time_taken import Took


class Response(models.Model):
    """One young person's answers to one edition; the words are in Comment rows.

    `answers` maps question key to {"state": AnswerState, "value": ...}; `value`
    is an option key, a list of them, a whole number, or absent for words.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="responses"
    )
    invitation = models.ForeignKey(
        Invitation, on_delete=models.PROTECT, related_name="responses"
    )
    state = models.CharField(
        max_length=10, choices=ResponseState, default=ResponseState.UNDER_WAY
    )
    language = models.CharField(max_length=10)
    age_band = models.CharField(max_length=10)
    helped_by = models.CharField(
        max_length=20,
        choices=HelpedBy,
        default=HelpedBy.NOT_SAID,
        help_text="Who was beside them, never by name.",
    )
    company = models.CharField(
        max_length=10,
        choices=Company,
        default=Company.NOT_SAID,
        help_text="Who was near: alone, somebody nearby, somebody helping.",
    )
    help_given = models.JSONField(
        default=list, help_text="What a helper did: values of HelpGiven."
    )
    agreement = models.CharField(
        max_length=10,
        choices=Agreement,
        default=Agreement.NOT_ASKED,
        help_text="To take part; never the legal basis, which the council has.",
    )
    is_checked = models.BooleanField(
        default=False,
        help_text="The young person looked through what somebody typed for them.",
    )
    code_number = models.PositiveIntegerField(
        null=True,
        help_text=(
            "The number beside the code it was started with; only where a worker "
            "knows who answers, never where names are not asked."
        ),
    )
    answers = models.JSONField(default=dict)
    week = models.DateField(help_text="Monday of the week; nothing finer is kept.")
    capability_hash = models.CharField(  # noqa: DJ001 - NULL is exempt from the unique constraint
        max_length=64,
        null=True,
        unique=True,
        help_text="Keyed hash of the cookie that may go on answering.",
    )
    return_hash = models.CharField(  # noqa: DJ001 - NULL is exempt from the unique constraint
        max_length=64,
        null=True,
        unique=True,
        help_text="Keyed hash of the code by which it is gone on with; under way only.",
    )
    return_until = models.DateTimeField(
        null=True, help_text="How long that code opens it."
    )
    receipt_hash = models.CharField(  # noqa: DJ001 - NULL is exempt from the unique constraint
        max_length=64,
        null=True,
        unique=True,
        help_text="Keyed hash of the receipt, by which it can be withdrawn.",
    )
    touched_at = models.DateTimeField(
        null=True, help_text="When a page was last saved; only while under way."
    )

    started_at = models.DateTimeField(null=True, help_text="Only while under way.")
    quick_seconds = models.PositiveSmallIntegerField(
        null=True,
        help_text="How long it took, only when under two minutes: a sign of a hoax.",
    )
    took = models.CharField(
        max_length=10,
        choices=Took,
        default=Took.NOT_KNOWN,
        help_text=(
            "How long it took to finish in one go, in coarse classes; not known of "
            "paper, and of whoever came back later."
        ),
    )
    reached = models.PositiveSmallIntegerField(
        null=True,
        help_text=(
            "The place in the edition of the last question sent, once nobody can go "
            "on with it; only of what was never finished."
        ),
    )
    packed = models.BinaryField(
        null=True,
        help_text=(
            "The closed answers in a few bytes (surveys.logic.packing), once they are "
            "on the count sheets of the edition; empty before, and after."
        ),
    )

    class Meta:
        """Only a response under way can be opened, or says when it was touched."""

        constraints = (
            models.CheckConstraint(
                name="response_closed_cannot_be_opened",
                condition=models.Q(state=ResponseState.UNDER_WAY)
                | models.Q(capability_hash=None, touched_at=None, started_at=None),
            ),
            models.CheckConstraint(
                name="response_closed_has_no_way_back",
                condition=models.Q(state=ResponseState.UNDER_WAY)
                | models.Q(return_hash=None, return_until=None),
            ),
            models.CheckConstraint(
                name="response_way_back_ends",
                condition=models.Q(return_hash=None, return_until=None)
                | models.Q(return_hash__isnull=False, return_until__isnull=False),
            ),
            models.CheckConstraint(
                name="response_receipt_of_one_finished",
                condition=~models.Q(state=ResponseState.UNDER_WAY)
                | models.Q(receipt_hash=None),
            ),
            models.CheckConstraint(
                name="response_packed_is_counted",
                condition=models.Q(packed=None)
                | models.Q(state=ResponseState.FINISHED),
            ),
            models.CheckConstraint(
                name="response_reached_is_unfinished",
                condition=models.Q(reached=None)
                | models.Q(state=ResponseState.UNDER_WAY),
            ),
        )
        indexes = (
            models.Index(
                name="response_by_way", fields=("edition", "state", "invitation")
            ),
            models.Index(
                name="response_not_rolled_up",
                fields=("state", "edition", "reached", "invitation"),
                condition=models.Q(packed=None),
            ),
        )

    def __str__(self) -> str:
        """Return the random id."""
        return str(self.id)

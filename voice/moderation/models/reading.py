"""Where the reading of one comment is."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.utils import timezone

from surveys.models import Comment, Question
from voice.council.domain.keys import open_text, seal_text, survey_owner
from voice.council.enums import KeyPurpose
from voice.moderation.enums import ReadingState, WithholdReason

# Sorted, so that every process writes the constraints in the same words.
SETTLED = sorted(state.value for state in ReadingState.settled())
KEPT = sorted(state.value for state in ReadingState.kept())

# How long somebody keeps a comment in hand without doing anything.
IDLE = timedelta(minutes=15)


class Reading(models.Model):
    """Where the reading of one comment is; `version` counts its changes.

    `worry` and `hints` come from screening and only ever raise it in the queue.
    The kept text is what everyone but readers and safeguarding leads sees.
    """

    comment = models.OneToOneField(
        Comment, on_delete=models.PROTECT, related_name="reading"
    )
    # That of its comment, which never changes: a long list is found by it alone.
    question = models.ForeignKey(
        Question,
        on_delete=models.PROTECT,
        related_name="readings",
        db_index=False,
        editable=False,
    )
    state = models.CharField(
        max_length=10, choices=ReadingState, default=ReadingState.WAITING
    )
    version = models.PositiveIntegerField(default=1)
    arrived_at = models.DateTimeField(default=timezone.now)
    worry = models.BooleanField(default=False)
    hints = models.JSONField(default=list)
    worry_reasons = models.JSONField(
        default=list, help_text="The lists, with their versions, that raised it."
    )
    screened_at = models.DateTimeField(null=True)
    may_count = models.BooleanField(default=False)
    may_quote = models.BooleanField(default=False)
    sealed_kept = models.BinaryField(null=True)
    reason = models.CharField(max_length=20, choices=WithholdReason, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    decided_at = models.DateTimeField(null=True)
    guessed_language = models.CharField(
        max_length=10, blank=True, help_text="A machine's guess; empty when unsure."
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who has it in hand; nobody else is given it meanwhile.",
    )
    assigned_at = models.DateTimeField(null=True)

    class Meta:
        """Worries first, then oldest; a decision has who and when, or neither."""

        ordering = ("-worry", "arrived_at", "id")
        indexes = (
            models.Index(fields=("state", "-worry", "arrived_at")),
            models.Index(
                name="reading_kept_of_question",
                fields=("question", "state", "may_count", "arrived_at"),
            ),
        )
        constraints = (
            models.CheckConstraint(
                name="reading_decided_by_and_at_together",
                condition=models.Q(
                    state__in=SETTLED,
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                )
                | (
                    ~models.Q(state__in=SETTLED)
                    & models.Q(decided_by=None, decided_at=None)
                ),
            ),
            models.CheckConstraint(
                name="reading_assigned_to_and_at_together",
                condition=models.Q(assigned_to=None, assigned_at=None)
                | models.Q(assigned_to__isnull=False, assigned_at__isnull=False),
            ),
            models.CheckConstraint(
                name="reading_only_kept_text_travels",
                condition=models.Q(state__in=KEPT, sealed_kept__isnull=False)
                | (~models.Q(state__in=KEPT) & models.Q(sealed_kept=None)),
            ),
            models.CheckConstraint(
                name="reading_quoted_only_when_kept_and_counted",
                condition=models.Q(may_quote=False)
                | models.Q(state__in=KEPT, may_count=True),
            ),
            models.CheckConstraint(
                name="reading_withheld_has_a_reason",
                condition=models.Q(state=ReadingState.WITHHELD, reason__gt="")
                | (~models.Q(state=ReadingState.WITHHELD) & models.Q(reason="")),
            ),
        )

    def __str__(self) -> str:
        """Return the comment's random id."""
        return str(self.comment_id)

    def is_in_hand_of_another(self, user: AbstractBaseUser, *, now: datetime) -> bool:
        """Say whether somebody else than `user` is reading it at the moment `now`."""
        return (
            self.state == ReadingState.WAITING
            and self.assigned_at is not None
            and self.assigned_to_id != user.pk
            and self.assigned_at > now - IDLE
        )

    def kept_place(self) -> str:
        """Return what the kept text is bound to: this comment's row and column."""
        return f"reading/{self.comment_id}/kept"

    def keep(self, text: str) -> None:
        """Seal `text` as what may travel on; save afterwards."""
        self.sealed_kept = seal_text(
            text,
            owner=survey_owner(self.comment.survey_id),
            purpose=KeyPurpose.KEPT,
            bound_to=self.kept_place(),
        )

    def kept_text(self) -> str:
        """Return what may travel on; empty when nothing may."""
        if self.sealed_kept is None:
            return ""
        return open_text(
            bytes(self.sealed_kept),
            owner=survey_owner(self.comment.survey_id),
            purpose=KeyPurpose.KEPT,
            bound_to=self.kept_place(),
        )

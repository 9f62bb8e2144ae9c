"""A safeguarding worry, or a young person's wish to be contacted."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from surveys.enums import CommentKind, InvitationKind, Mode
from surveys.models import Comment, Survey
from voice.moderation.enums import ConcernState, Outcome, RaisedBy
from voice.moderation.models.sealed import open_for_leads, seal_for_leads


class Concern(models.Model):
    """A safeguarding worry raised from a comment, or a wish to be contacted.

    Safeguarding leads alone see it, those behind a Wall excepted. It holds a copy of
    all it needs, the child's exact words under its own key, so that nothing that
    happens to the comment reaches it. A child who changes their words may be
    worried about again: then there is a second one, and the first stays.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(
        Survey, on_delete=models.PROTECT, related_name="concerns"
    )
    comment = models.ForeignKey(
        Comment,
        null=True,
        on_delete=models.SET_NULL,
        related_name="concerns",
        help_text="Empty for a wish to be contacted, and once the comment is deleted.",
    )
    kind = models.CharField(
        max_length=10, choices=CommentKind, default=CommentKind.TEXT
    )
    asked = models.TextField(blank=True, help_text="The question, as it was asked.")
    language = models.CharField(max_length=10)
    age_band = models.CharField(max_length=10)
    week = models.DateField(help_text="Monday of the week; nothing finer is kept.")
    mode = models.CharField(max_length=20, choices=Mode)
    way_in = models.CharField(max_length=10, choices=InvitationKind)
    way_in_label = models.CharField(max_length=100, blank=True)
    beside = models.CharField(
        max_length=400, blank=True, help_text="Who was beside the young person."
    )
    heard_in = models.CharField(
        max_length=200, blank=True, help_text="Of how many, and how old, in a session."
    )
    heard_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who wrote the session up, and can say who said it.",
    )
    sealed_words = models.BinaryField(null=True)
    sealed_note = models.BinaryField(null=True)
    raised_from = models.CharField(
        max_length=10, choices=RaisedBy, default=RaisedBy.READER
    )
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Empty when the young person raised it.",
    )
    raised_at = models.DateTimeField(default=timezone.now)
    told_with = models.ForeignKey(
        "self",
        null=True,
        on_delete=models.PROTECT,
        related_name="told_together",
        help_text="The wish whose alarm stands for this one too; they came in a flood.",
    )
    escalated_at = models.DateTimeField(
        null=True, help_text="When the reader asked for the next person."
    )
    state = models.CharField(
        max_length=10, choices=ConcernState, default=ConcernState.NEW
    )
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    seen_at = models.DateTimeField(null=True)
    acted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="Who rang 999 or the front door before anything was recorded.",
    )
    acted_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)
    reference = models.CharField(max_length=100, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)
    keep_until = models.DateField(
        null=True, help_text="The words are deleted after this day; no hold, no delay."
    )
    words_deleted_at = models.DateTimeField(null=True)

    class Meta:
        """Oldest first; who and when travel together."""

        ordering = ("raised_at",)
        indexes = (models.Index(fields=("state", "raised_at")),)
        constraints = (
            models.CheckConstraint(
                name="concern_seen_by_and_at_together",
                condition=Q(seen_by=None, seen_at=None)
                | Q(seen_by__isnull=False, seen_at__isnull=False),
            ),
            models.CheckConstraint(
                name="concern_acted_by_and_at_together",
                condition=Q(acted_by=None, acted_at=None)
                | Q(acted_by__isnull=False, acted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="concern_decided_whole_or_not",
                condition=Q(
                    state=ConcernState.DECIDED,
                    decided_by__isnull=False,
                    decided_at__isnull=False,
                    keep_until__isnull=False,
                    outcome__gt="",
                )
                | (
                    ~Q(state=ConcernState.DECIDED)
                    & Q(decided_by=None, decided_at=None, keep_until=None, outcome="")
                ),
            ),
            models.CheckConstraint(
                name="concern_of_a_comment_or_contact_me",
                condition=Q(
                    raised_from=RaisedBy.CONTACT_ME, comment=None, raised_by=None
                )
                | Q(raised_from__in=(RaisedBy.REQUEST, RaisedBy.EDITORS), comment=None)
                | (
                    ~Q(raised_from__in=sorted(RaisedBy.by_themselves()))
                    & Q(raised_by__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="concern_words_stay_until_deleted",
                condition=Q(words_deleted_at=None, sealed_words__isnull=False)
                | Q(words_deleted_at=None, raised_from=RaisedBy.CONTACT_ME)
                | Q(
                    words_deleted_at__isnull=False,
                    state=ConcernState.DECIDED,
                    sealed_words=None,
                    sealed_note=None,
                ),
            ),
        )

    def __str__(self) -> str:
        """Return the random id, never the words."""
        return str(self.id)

    def write(self, *, words: str, note: str = "") -> None:
        """Seal the child's exact words, and the lead's reason when there is one."""
        self.sealed_words = seal_for_leads(words, self._place("words"))
        if note:
            self.write_note(note)

    def write_note(self, note: str) -> None:
        """Seal the lead's reason."""
        self.sealed_note = seal_for_leads(note, self._place("note"))

    def words(self) -> str:
        """Return the child's exact words; empty when none were given, or deleted."""
        return open_for_leads(self.sealed_words, self._place("words"))

    def note(self) -> str:
        """Return the lead's reason; empty when there is none."""
        return open_for_leads(self.sealed_note, self._place("note"))

    def _place(self, column: str) -> str:
        """Return what a column of this row is bound to."""
        return f"concern/{self.id}/{column}"

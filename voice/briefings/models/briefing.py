"""A dated paper for the board."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.briefings.enums import BriefingState
from voice.council.enums import BASE_LANGUAGE
from voice.releases.models import Release
from voice.statement.models import Statement


class BriefingIsIssued(Exception):
    """An issued briefing never changes; the board has read it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This briefing was issued, so it stays as the board read it. "
                "Make a new version of it instead."
            )
        )


class BriefingQuerySet(models.QuerySet["Briefing"]):
    """Briefings in numbers: those that were issued are read, never changed."""

    def update(self, **kwargs: Any) -> int:
        """Change drafts; raises BriefingIsIssued when one among them was issued."""
        self._refuse_issued()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete drafts; raises BriefingIsIssued when one among them was issued."""
        self._refuse_issued()
        return super().delete()

    def _refuse_issued(self) -> None:
        """Raise BriefingIsIssued when one among them was issued."""
        if self.filter(state=BriefingState.ISSUED).exists():
            raise BriefingIsIssued


class Briefing(models.Model):
    """A dated paper for the board, made from releases by choosing sections.

    `paper` is what was approved, frozen (voice.briefings.logic.paper.Paper); members
    read nothing else. `releases` are those it stands on. `follows` is the version it
    takes the place of. `writers` are those who wrote in it: none of them approves it.
    """

    title = models.CharField(_("title"), max_length=200)
    audience = models.CharField(
        _("for whom"), max_length=200, help_text=_("For example: Improvement Board")
    )
    meeting_on = models.DateField(_("day of the meeting"))
    language = models.CharField(_("language"), max_length=10, default=BASE_LANGUAGE)
    statement = models.ForeignKey(
        Statement, null=True, on_delete=models.PROTECT, related_name="briefings"
    )
    state = models.CharField(
        max_length=10, choices=BriefingState, default=BriefingState.DRAFT
    )
    version = models.PositiveSmallIntegerField(default=1)
    follows = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="followed_by"
    )
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    begun_at = models.DateTimeField(default=timezone.now)
    writers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    issued_at = models.DateTimeField(null=True)
    paper = models.JSONField(null=True)
    releases = models.ManyToManyField(Release, related_name="briefings")

    objects = BriefingQuerySet.as_manager()

    class Meta:
        """The newest meeting first; approved and issued whole, by two people."""

        ordering = ("-meeting_on", "-pk")
        verbose_name = _("briefing")
        constraints = (
            models.CheckConstraint(
                name="briefing_approved_whole_or_not",
                condition=models.Q(
                    state=BriefingState.DRAFT,
                    approved_by=None,
                    approved_at=None,
                    paper__isnull=True,
                )
                | (
                    ~models.Q(state=BriefingState.DRAFT)
                    & models.Q(
                        approved_by__isnull=False,
                        approved_at__isnull=False,
                        paper__isnull=False,
                    )
                ),
            ),
            models.CheckConstraint(
                name="briefing_issued_whole_or_not",
                condition=models.Q(
                    state=BriefingState.ISSUED,
                    issued_by__isnull=False,
                    issued_at__isnull=False,
                )
                | (
                    ~models.Q(state=BriefingState.ISSUED)
                    & models.Q(issued_by=None, issued_at=None)
                ),
            ),
            models.CheckConstraint(
                name="briefing_approved_by_another",
                condition=models.Q(approved_by=None)
                | ~models.Q(approved_by=models.F("begun_by")),
            ),
            models.CheckConstraint(
                name="briefing_first_version_follows_none",
                condition=models.Q(version=1, follows=None)
                | models.Q(version__gt=1, follows__isnull=False),
            ),
        )

    def __str__(self) -> str:
        """Return the title."""
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save what is not issued yet; raises BriefingIsIssued otherwise."""
        if not self._state.adding:
            refuse_issued(self.pk)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete what is not issued yet; raises BriefingIsIssued otherwise."""
        refuse_issued(self.pk)
        return super().delete(*args, **kwargs)

    @property
    def is_draft(self) -> bool:
        """Say whether it is being written."""
        return self.state == BriefingState.DRAFT

    @property
    def is_approved(self) -> bool:
        """Say whether a second person approved it, and nobody issued it yet."""
        return self.state == BriefingState.APPROVED

    @property
    def is_issued(self) -> bool:
        """Say whether the board can read it."""
        return self.state == BriefingState.ISSUED


def refuse_issued(pk: int) -> None:
    """Raise BriefingIsIssued when the briefing, as stored, was issued."""
    if Briefing.objects.filter(pk=pk, state=BriefingState.ISSUED).exists():
        raise BriefingIsIssued

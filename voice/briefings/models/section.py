"""One section of a briefing."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.briefings.enums import BriefingState, SectionKind
from voice.briefings.models.briefing import Briefing
from voice.council.enums import EasyPicture
from voice.releases.models import Release
from voice.statement.models import KeyTheme

NEEDS_RELEASE = sorted(SectionKind.of_a_release())


class NotBeingWritten(Exception):
    """The briefing is approved or issued; its sections stay as they are."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This briefing was approved, so it stays as it is. "
                "Take the approval back to write in it again."
            )
        )


class BriefingSection(models.Model):
    """One section of a briefing: what it is made from, and what the worker says of it.

    `parts` names what of a release is told: questions (“q:safe”), a breakdown of one
    (“q:safe/age_band”), “themes”, or quotes by their id; empty is what is usual.
    """

    briefing = models.ForeignKey(
        Briefing, on_delete=models.CASCADE, related_name="sections"
    )
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=SectionKind)
    key_theme = models.ForeignKey(
        KeyTheme, null=True, on_delete=models.PROTECT, related_name="+"
    )
    release = models.ForeignKey(
        Release, null=True, on_delete=models.PROTECT, related_name="+"
    )
    parts = models.JSONField(default=list)
    heading = models.CharField(_("heading"), max_length=200, blank=True)
    commentary = models.TextField(_("what we say of it"), blank=True)
    easy_words = models.CharField(_("in easy read"), max_length=200, blank=True)
    easy_picture = models.CharField(
        _("picture"), max_length=20, choices=EasyPicture, blank=True
    )
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        """In the order of the paper; made from what its kind needs."""

        ordering = ("position", "id")
        verbose_name = _("section of a briefing")
        constraints = (
            models.CheckConstraint(
                name="briefing_section_has_its_release",
                condition=models.Q(kind__in=NEEDS_RELEASE, release__isnull=False)
                | (~models.Q(kind__in=NEEDS_RELEASE) & models.Q(release=None)),
            ),
            models.CheckConstraint(
                name="briefing_section_has_its_key_theme",
                condition=~models.Q(kind=SectionKind.KEY_THEME)
                | models.Q(key_theme__isnull=False),
            ),
            models.CheckConstraint(
                name="briefing_section_easy_words_have_a_picture",
                condition=models.Q(easy_words="", easy_picture="")
                | models.Q(easy_words__gt="", easy_picture__gt=""),
            ),
        )

    def __str__(self) -> str:
        """Return its kind."""
        return str(self.get_kind_display())

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save while the briefing is written; raises NotBeingWritten afterwards."""
        refuse_unless_draft(self.briefing_id)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete while the briefing is written; raises NotBeingWritten afterwards."""
        refuse_unless_draft(self.briefing_id)
        return super().delete(*args, **kwargs)


def refuse_unless_draft(briefing_id: int) -> None:
    """Raise NotBeingWritten unless the briefing, as stored, is a draft."""
    drafts = Briefing.objects.filter(pk=briefing_id, state=BriefingState.DRAFT)
    if not drafts.exists():
        raise NotBeingWritten

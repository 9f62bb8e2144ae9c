"""Where a reply answers a theme, or why it does not."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.replies.enums import ReplyPart
from voice.replies.models.reply import Reply


class ThemeAnswer(models.Model):
    """Which part of a reply answers a theme of its release, or why none does."""

    reply = models.ForeignKey(
        Reply, on_delete=models.CASCADE, related_name="theme_answers"
    )
    theme = models.CharField(max_length=60, help_text="The theme's key in the release.")
    part = models.CharField(
        _("answered in"), max_length=20, choices=ReplyPart, blank=True
    )
    why = models.CharField(_("why it is not answered"), max_length=300, blank=True)

    class Meta:
        """One a theme: answered somewhere, or a reason, never both and never neither."""

        ordering = ("pk",)
        verbose_name = _("answer to a theme")
        constraints = (
            models.UniqueConstraint(
                name="theme_answer_one_a_theme", fields=("reply", "theme")
            ),
            models.CheckConstraint(
                name="theme_answer_somewhere_or_why_not",
                condition=models.Q(part__gt="", why="") | models.Q(part="", why__gt=""),
            ),
        )

    def __str__(self) -> str:
        """Return the theme and where it is answered."""
        return f"{self.theme}: {self.part or self.why}"

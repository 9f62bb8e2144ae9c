"""One row of a reply in easy read."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from voice.council.enums import EasyPicture
from voice.replies.enums import ReplyPart
from voice.replies.models.reply import Reply


class EasyRow(models.Model):
    """A picture of ours and a short sentence: one row of a reply in easy read."""

    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="easy_rows")
    language = models.CharField(_("language"), max_length=10)
    place = models.PositiveSmallIntegerField()
    part = models.CharField(_("part"), max_length=20, choices=ReplyPart)
    picture = models.CharField(_("picture"), max_length=20, choices=EasyPicture)
    words = models.CharField(_("sentence"), max_length=200)

    class Meta:
        """One after the other in a language; each has a picture and words."""

        ordering = ("language", "place")
        verbose_name = _("easy-read row")
        constraints = (
            models.UniqueConstraint(
                name="easy_row_one_a_place", fields=("reply", "language", "place")
            ),
            models.CheckConstraint(
                name="easy_row_has_picture_and_words",
                condition=models.Q(picture__gt="", words__gt=""),
            ),
        )

    def __str__(self) -> str:
        """Return the sentence."""
        return self.words

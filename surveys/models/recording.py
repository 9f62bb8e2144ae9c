"""A child's voice or drawing."""

from django.db import models

from surveys.enums import CommentKind, MediaType
from surveys.models.comment import Comment
from voice.council.domain.keys import open_content, seal_content, survey_owner
from voice.council.enums import KeyPurpose

MEDIA_TYPES = sorted(MediaType.values)


class Recording(models.Model):
    """A child's voice or drawing, sealed in its column under the survey's raw key.

    It goes no further than the readers of the survey: what travels on are the words
    a reader writes beside it. Whether it is heard or seen is `comment.kind`.
    """

    comment = models.OneToOneField(
        Comment, on_delete=models.PROTECT, related_name="recording"
    )
    media_type = models.CharField(max_length=20, choices=MediaType)
    sealed_content = models.BinaryField()

    class Meta:
        """Nothing that is not on the list can be kept."""

        constraints = (
            models.CheckConstraint(
                name="recording_of_a_known_media_type",
                condition=models.Q(media_type__in=MEDIA_TYPES),
            ),
        )

    def __str__(self) -> str:
        """Return the comment's random id."""
        return str(self.comment_id)

    @property
    def kind(self) -> CommentKind:
        """Return whether it is a voice or a drawing."""
        return CommentKind(self.comment.kind)

    def content_place(self) -> str:
        """Return what the content is bound to: this comment's row and column."""
        return f"recording/{self.comment_id}/content"

    def write(self, content: bytes) -> None:
        """Seal `content` in this row; save afterwards."""
        self.sealed_content = seal_content(
            content,
            owner=survey_owner(self.comment.survey_id),
            purpose=KeyPurpose.RAW,
            bound_to=self.content_place(),
        )

    def read(self) -> bytes:
        """Return what the child said or drew, unsealed.

        Raises KeyDestroyed once the survey's retention has ended.
        """
        return open_content(
            self.sealed_content,
            owner=survey_owner(self.comment.survey_id),
            purpose=KeyPurpose.RAW,
            bound_to=self.content_place(),
        )

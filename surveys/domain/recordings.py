"""Keeps what a child said aloud or drew.

Answering is not audited: nobody is watched while they answer (DESIGN.md section 9).
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from surveys.after_save import comment_saved
from surveys.enums import CommentKind, MediaType
from surveys.logic.recordings import BadRecording, clean_content
from surveys.models import Comment, Recording


class RecordingRefused(Exception):
    """The recording cannot be kept; nothing was changed."""

    sentence = _("That could not be kept. Please record it, or draw it, once more.")


@transaction.atomic
def keep_recording(
    comment: Comment, *, kind: CommentKind | str, media_type: str, content: bytes
) -> Recording:
    """Seal `content` as what `comment` says, in place of what it said before.

    A drawing is drawn afresh without its metadata. The comment is then read anew,
    like any comment that was just saved. Raises RecordingRefused for a media type
    that is not on the list for `kind`, and for content that is not of it.
    """
    wanted = CommentKind(kind)
    if media_type not in {one.value for one in MediaType.of(wanted)}:
        raise RecordingRefused
    try:
        cleaned = clean_content(content, media_type)
    except BadRecording:
        raise RecordingRefused from None
    row = Comment.objects.select_for_update().get(pk=comment.pk)
    row.kind = wanted
    row.write("")
    row.save(update_fields=("kind", "sealed_words"))
    recording = Recording.objects.filter(comment=row).first() or Recording()
    recording.comment = row
    recording.media_type = MediaType(media_type)
    recording.write(cleaned)
    recording.save()
    comment.kind, comment.sealed_words = row.kind, row.sealed_words
    comment_saved(row)
    return recording

"""Whether a recording is what it says it is, and a drawing drawn afresh; pure.

Sources: the first bytes of Ogg (RFC 3533), WebM (RFC 8794, the EBML header) and MP4
(ISO/IEC 14496-12, the file type box); pictures as R24 of SECURITY.md says.
"""

from io import BytesIO

from PIL import Image

from surveys.logic.media import MOST_PIXELS, UNDRAWABLE, plain_pixels, sound_type
from surveys.logic.sound_lengths import seconds_of
from surveys.logic.sound_tags import without_tags
from voice.pictures import open_picture

LONGEST_CONTENT = 8 * 1024 * 1024
LONGEST_SOUND = 3 * 1024 * 1024
# Two minutes, and what a slow device takes until it stops.
LONGEST_SECONDS = 125
# A photograph of a drawing is kept no larger than a reader needs it.
WIDEST_PHOTOGRAPH = 1600
JPEG = b"\xff\xd8\xff"
PICTURES = {"image/png": "PNG", "image/webp": "WEBP"}
SOUNDS = frozenset({"audio/ogg", "audio/webm", "audio/mp4"})


class BadRecording(ValueError):
    """The content is too long, broken, or not of the media type it came with."""


class TooLong(BadRecording):
    """There is more of it than can be kept."""


def as_sent(content: bytes, *, spoken: bool) -> tuple[bytes, str]:
    """Return what a young person's device sent, as it may be kept, and its media type.

    What the device says of it is not believed: the first bytes tell. A sound lasts two
    minutes at most, where its file tells how long it is, and its tags go; a photograph of a drawing becomes WebP. Raises BadRecording.
    """
    if not spoken:
        return _as_drawn(content)
    if len(content) > LONGEST_SOUND:
        raise TooLong("It is longer than can be kept.")
    media_type = sound_type(content)
    if media_type not in SOUNDS:
        raise BadRecording("It is no sound that is kept.")
    if (seconds_of(content, media_type) or 0) > LONGEST_SECONDS:
        raise TooLong("It lasts longer than two minutes.")
    return without_tags(content, media_type), media_type


def _as_drawn(content: bytes) -> tuple[bytes, str]:
    """Return a drawing, or a photograph of one, and its media type."""
    if len(content) > LONGEST_CONTENT:
        raise TooLong("It is longer than can be kept.")
    if content[:3] == JPEG:
        return _drawn_afresh(content, "JPEG"), "image/webp"
    is_webp = content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    media_type = "image/webp" if is_webp else "image/png"
    return _drawn_afresh(content, PICTURES[media_type]), media_type


def clean_content(content: bytes, media_type: str) -> bytes:
    """Return `content` as it may be kept under `media_type`.

    Sound is kept as it came, once its beginning is right. A picture is drawn afresh,
    so that camera, place and anything hidden in the file stay behind. Raises
    BadRecording.
    """
    if not 0 < len(content) <= LONGEST_CONTENT:
        raise BadRecording("It is empty, or longer than can be kept.")
    if media_type in PICTURES:
        return _drawn_afresh(content, PICTURES[media_type])
    if media_type not in SOUNDS:
        raise BadRecording("Only sounds and pictures on the list are kept.")
    if sound_type(content) != media_type:
        raise BadRecording("It is not what it says it is.")
    return content


def _drawn_afresh(content: bytes, kind: str) -> bytes:
    """Return the picture's pixels in a new file; size asked first.

    Of the same kind, but a JPEG becomes WebP: `MediaType` has no JPEG.
    """
    try:
        with open_picture(BytesIO(content), formats=(kind,)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise BadRecording("It has more than twenty million dots.")
            plain = plain_pixels(
                picture, widest=WIDEST_PHOTOGRAPH, by=Image.Resampling.BICUBIC
            )
    except UNDRAWABLE as broken:
        if isinstance(broken, BadRecording):
            raise
        raise BadRecording("It is not a picture that can be drawn.") from None
    drawn = BytesIO()
    plain.save(drawn, format="WEBP" if kind == "JPEG" else kind)
    return drawn.getvalue()

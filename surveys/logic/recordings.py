"""Whether a recording is what it says it is, and a drawing drawn afresh; pure.

Sources: the first bytes of Ogg (RFC 3533), WebM (RFC 8794, the EBML header) and MP4
(ISO/IEC 14496-12, the file type box); pictures as R24 of SECURITY.md says.
"""

from io import BytesIO

from PIL import Image, UnidentifiedImageError

LONGEST_CONTENT = 8 * 1024 * 1024
MOST_PIXELS = 20_000_000
PICTURES = {"image/png": "PNG", "image/webp": "WEBP"}
UNDRAWABLE = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    SyntaxError,
    ValueError,
)
SOUNDS = {
    "audio/ogg": (0, b"OggS"),
    "audio/webm": (0, b"\x1a\x45\xdf\xa3"),
    "audio/mp4": (4, b"ftyp"),
}


class BadRecording(ValueError):
    """The content is too long, broken, or not of the media type it came with."""


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
    place, beginning = SOUNDS[media_type]
    if content[place : place + len(beginning)] != beginning:
        raise BadRecording("It is not what it says it is.")
    return content


def _drawn_afresh(content: bytes, kind: str) -> bytes:
    """Return the picture's pixels in a new file of the same kind; size asked first."""
    try:
        with Image.open(BytesIO(content), formats=[kind]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise BadRecording("It has more than twenty million dots.")
            mode = "RGBA" if picture.has_transparency_data else "RGB"
            plain = Image.new(mode, picture.size)
            plain.paste(picture.convert(mode))
    except UNDRAWABLE as broken:
        if isinstance(broken, BadRecording):
            raise
        raise BadRecording("It is not a picture that can be drawn.") from None
    drawn = BytesIO()
    plain.save(drawn, format=kind)
    return drawn.getvalue()

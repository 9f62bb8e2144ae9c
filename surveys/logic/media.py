"""Pictures drawn afresh, and sounds known by their first bytes; pure.

Of the questions, never a child's (those are surveys.logic.recordings). Sources: the
first bytes of Ogg (RFC 3533), WebM (RFC 8794), MP4 (ISO/IEC 14496-12), MP3 (ISO/IEC
11172-3, frame sync; id3.org, ID3v2); pictures as R24 of SECURITY.md says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from surveys.logic.sound_tags import without_tags
from voice.pictures import open_picture

MOST_PIXELS = 20_000_000
WIDEST = 800
QUALITY = 80
LONGEST_PICTURE = 12 * 1024 * 1024
LONGEST_SOUND = 3 * 1024 * 1024
FORMATS = ("PNG", "JPEG", "WEBP")
WEBP = "image/webp"
PICTURE_CHUNKS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
FRAME_SYNC = 0xE0
UNDRAWABLE = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    SyntaxError,
    ValueError,
)
FILMED = (b"V_VP8", b"V_VP9", b"V_AV1", b"vide")


class Trouble(Enum):
    """Why a picture or a sound cannot be kept."""

    EMPTY = "empty"
    LONG_PICTURE = "long_picture"
    LONG_SOUND = "long_sound"
    MANY_DOTS = "many_dots"
    NO_PICTURE = "no_picture"
    NO_SOUND = "no_sound"
    FILM = "film"


class BadMedium(ValueError):
    """The content cannot be kept; `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        """Remember why."""
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True)
class Clean:
    """A picture or a sound as it may be kept; sizes in pixels, 0 of a sound."""

    content: bytes
    media_type: str
    width: int = 0
    height: int = 0


def clean_medium(content: bytes, media_type: str) -> Clean:
    """Return `content` as it may be kept; `media_type` is what the browser said of it.

    Only whether it is to be seen or heard is taken from `media_type`: the rest is
    read from the content itself. Raises BadMedium.
    """
    if not content:
        raise BadMedium(Trouble.EMPTY)
    if media_type.startswith("image/"):
        return _picture(content)
    return _sound(content)


def cleaned_before(content: bytes) -> Clean:
    """Return `content`, byte for byte, when it is what `clean_medium` once gave back.

    A picture drawn twice is another picture, so one that comes from another house is
    looked at instead: WebP no larger than we draw, nothing in its file but the
    picture (the RIFF chunks of RFC 9649). Raises BadMedium for anything else.
    """
    if content[:4] != b"RIFF":
        clean = _sound(content)
        if clean.content != content:
            raise BadMedium(Trouble.NO_SOUND)
        return clean
    if not set(_chunks(content)) <= PICTURE_CHUNKS:
        raise BadMedium(Trouble.NO_PICTURE)
    drawn = _picture(content)
    with open_picture(BytesIO(content), formats=("WEBP",)) as picture:
        if picture.size != (drawn.width, drawn.height):
            raise BadMedium(Trouble.MANY_DOTS)
    return Clean(content, WEBP, drawn.width, drawn.height)


def _chunks(content: bytes) -> Iterator[bytes]:
    """Give the name of each chunk of a RIFF file; b"" where it is cut or overlong."""
    at = 12
    while at < len(content):
        name, size = content[at : at + 4], content[at + 4 : at + 8]
        yield name
        at += 8 + int.from_bytes(size, "little") + int.from_bytes(size, "little") % 2
    if at != len(content) or len(content) != 8 + int.from_bytes(content[4:8], "little"):
        yield b""


def sound_type(content: bytes) -> str:
    """Return the media type the first bytes speak of; empty when none we know."""
    if content[:4] == b"OggS":
        return "audio/ogg"
    if content[:4] == b"\x1a\x45\xdf\xa3":
        return "audio/webm"
    if content[4:8] == b"ftyp":
        return "audio/mp4"
    if content[:3] == b"ID3" or _is_frame(content):
        return "audio/mpeg"
    return ""


def _is_frame(content: bytes) -> bool:
    """Say whether a frame of MP3 begins here: eleven bits of sync, and layer III."""
    if len(content) < 4 or content[0] != 0xFF:
        return False
    return content[1] & FRAME_SYNC == FRAME_SYNC and content[1] & 0x06 == 0x02


def _sound(content: bytes) -> Clean:
    """Return a sound as it came, without the names and places written into it."""
    if len(content) > LONGEST_SOUND:
        raise BadMedium(Trouble.LONG_SOUND)
    media_type = sound_type(content)
    if not media_type:
        raise BadMedium(Trouble.NO_SOUND)
    if any(sign in content for sign in FILMED):
        raise BadMedium(Trouble.FILM)
    cleaned = without_tags(content, media_type)
    if sound_type(cleaned) != media_type:
        raise BadMedium(Trouble.NO_SOUND)
    return Clean(cleaned, media_type)


def _picture(content: bytes) -> Clean:
    """Return the picture drawn afresh: upright, no larger than shown, nothing hidden."""
    if len(content) > LONGEST_PICTURE:
        raise BadMedium(Trouble.LONG_PICTURE)
    try:
        with open_picture(BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise BadMedium(Trouble.MANY_DOTS)
            plain = plain_pixels(picture, widest=WIDEST, by=Image.Resampling.LANCZOS)
    except UNDRAWABLE as broken:
        if isinstance(broken, BadMedium):
            raise
        raise BadMedium(Trouble.NO_PICTURE) from None
    drawn = BytesIO()
    plain.save(drawn, format="WEBP", quality=QUALITY, method=4)
    return Clean(drawn.getvalue(), WEBP, plain.width, plain.height)


def plain_pixels(
    picture: Image.Image, *, widest: int, by: Image.Resampling
) -> Image.Image:
    """Return the pixels alone, upright, at most `widest` in width and height.

    Nothing else of the file comes along; what is too large is made smaller `by`.
    """
    upright = ImageOps.exif_transpose(picture)
    mode = "RGBA" if upright.has_transparency_data else "RGB"
    pixels = upright.convert(mode)
    pixels.thumbnail((widest, widest), by)
    plain = Image.new(mode, pixels.size)
    plain.paste(pixels)
    return plain

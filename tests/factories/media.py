"""Makes pictures and sounds as phones and cameras send them."""

from io import BytesIO

from PIL import Image
from PIL.ExifTags import Base

UPRIGHT_BY_TURNING = 6


def photo(size=(1200, 900), colour="#B45309", fmt="JPEG"):
    """Return a photograph that says where it was taken."""
    exif = Image.Exif()
    exif[Base.ImageDescription] = "taken at home"
    sent = BytesIO()
    Image.new("RGB", size, colour).save(sent, format=fmt, exif=exif)
    return sent.getvalue()


def sideways_photo():
    """Return a photograph stored lying on its side, as phones do."""
    exif = Image.Exif()
    exif[Base.Orientation] = UPRIGHT_BY_TURNING
    sent = BytesIO()
    Image.new("RGB", (300, 200)).save(sent, format="JPEG", exif=exif)
    return sent.getvalue()


def ogg(said=b"hello"):
    """Return the beginning of an Ogg file."""
    return b"OggS\x00\x02" + said + bytes(64)


def webm(said=b"hello"):
    """Return the beginning of a WebM file."""
    return b"\x1a\x45\xdf\xa3" + said + bytes(64)


def box(kind, content):
    """Return one box of an MP4 file."""
    return (len(content) + 8).to_bytes(4) + kind + content


def mp4(name=b"Oak Street"):
    """Return a voice memo that is called after a street."""
    media = box(b"trak", box(b"udta", name) + box(b"mdia", b"soun"))
    return (
        box(b"ftyp", b"M4A isom")
        + box(b"moov", media + box(b"udta", box(b"meta", name)))
        + box(b"mdat", b"hello")
    )


def mp3(name=b"Oak Street"):
    """Return an MP3 that names its owner before and behind the sound."""
    tag = b"ID3\x04\x00\x00" + bytes([0, 0, 0, len(name)]) + name
    return tag + b"\xff\xfb\x90\x64" + b"hello" * 40 + b"TAG" + name.ljust(125, b"\x00")

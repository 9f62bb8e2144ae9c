"""A drawing and a voice, invented: nobody ever drew or said them.

The voice is four seconds of silence, made here byte by byte (Ogg, RFC 3533; Opus in
Ogg, RFC 7845), so that the player has something to play.
"""

import struct
from io import BytesIO

from PIL import Image, ImageDraw

PAPER, INK, TEAL, SUN = "#FFFCF6", "#1D2433", "#0A6A63", "#FFC93C"
CRC = 0x04C11DB7
SILENCE = b"\xf8\xff\xfe"
A_PACKET = 960
SECONDS = 4


def drawing() -> bytes:
    """Return a picture (PNG) of a house with one lit window, a child's hand."""
    picture = Image.new("RGB", (480, 360), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.line([(90, 170), (240, 60), (390, 170)], fill=INK, width=6, joint="curve")
    pen.rectangle((120, 170, 360, 320), outline=INK, width=6)
    pen.rectangle((150, 200, 210, 250), fill=SUN, outline=INK, width=5)
    pen.rectangle((270, 230, 325, 320), fill=TEAL, outline=INK, width=5)
    pen.line([(30, 322), (450, 318)], fill=INK, width=5)
    pen.ellipse((60, 262, 84, 286), outline=INK, width=5)
    pen.line([(72, 286), (72, 312)], fill=INK, width=5)
    kept = BytesIO()
    picture.save(kept, format="PNG")
    return kept.getvalue()


def voice() -> bytes:
    """Return four seconds of silence as a phone would send them (Ogg with Opus)."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 312, 48_000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 5) + b"Voice" + struct.pack("<I", 0)
    packets = SECONDS * 50
    return (
        _page([head], number=0, reached=0, kind=2)
        + _page([tags], number=1, reached=0, kind=0)
        + _page([SILENCE] * packets, number=2, reached=packets * A_PACKET, kind=4)
    )


def _page(packets: list[bytes], *, number: int, reached: int, kind: int) -> bytes:
    """Return one page of Ogg; each packet is shorter than 255 bytes."""
    sizes = bytes(len(packet) for packet in packets)
    page = struct.pack(
        "<4sBBqIIIB", b"OggS", 0, kind, reached, 1, number, 0, len(sizes)
    )
    page += sizes + b"".join(packets)
    return page[:22] + struct.pack("<I", _sum(page)) + page[26:]


def _sum(page: bytes) -> int:
    """Return the check sum of a page (RFC 3533, section 6)."""
    left = 0
    for byte in page:
        left ^= byte << 24
        for _ in range(8):
            left = (left << 1 ^ (CRC if left & 0x80000000 else 0)) & 0xFFFFFFFF
    return left

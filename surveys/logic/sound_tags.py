"""Takes out of sounds what telephones write into them: names, places, dates; pure.

A phone's voice memo is often called after the street it was recorded in. Sources:
ID3v2 (id3.org, sizes of seven bits a byte) and ID3v1 (the last 128 bytes) of MP3;
the boxes `udta` and `meta` of MP4 (ISO/IEC 14496-12), overwritten in place so that
nothing behind them moves.
"""

ID3V2_HEADER = 10
ID3V1_LENGTH = 128
BOX_HEADER = 8
HOLDERS = frozenset({b"moov", b"trak"})
TELLTALE = frozenset({b"udta", b"meta", b"uuid"})


def without_tags(content: bytes, media_type: str) -> bytes:
    """Return `content` without its tags, where `media_type` is known to carry them."""
    if media_type == "audio/mpeg":
        return _without_id3(content)
    if media_type == "audio/mp4":
        cleaned = bytearray(content)
        _blank(cleaned, 0, len(cleaned))
        return bytes(cleaned)
    return content


def _without_id3(content: bytes) -> bytes:
    """Return the frames of an MP3 alone."""
    while content[:3] == b"ID3" and len(content) >= ID3V2_HEADER:
        length = 0
        for byte in content[6:ID3V2_HEADER]:
            length = length << 7 | byte & 0x7F
        content = content[ID3V2_HEADER + length :]
    if content[-ID3V1_LENGTH:][:3] == b"TAG":
        content = content[:-ID3V1_LENGTH]
    return content


def _blank(content: bytearray, start: int, end: int) -> None:
    """Turn each telltale box between `start` and `end` into free space of noughts."""
    while start + BOX_HEADER <= end:
        size = int.from_bytes(content[start : start + 4])
        kind = bytes(content[start + 4 : start + BOX_HEADER])
        if not BOX_HEADER <= size <= end - start:
            return  # the last box (size 0), one of 64 bits, or a broken file
        if kind in TELLTALE:
            content[start + 4 : start + BOX_HEADER] = b"free"
            content[start + BOX_HEADER : start + size] = bytes(size - BOX_HEADER)
        elif kind in HOLDERS:
            _blank(content, start + BOX_HEADER, start + size)
        start += size

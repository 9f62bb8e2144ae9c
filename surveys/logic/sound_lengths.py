"""How long a recording lasts, where its own file says so; pure.

Sources: pages of Ogg (RFC 3533) with Opus (RFC 7845) or Vorbis in them; the elements of
WebM (RFC 8794 and RFC 9559), whose clusters tell where a phone's recorder leaves the
duration out; the boxes of MP4 (ISO/IEC 14496-12), in one piece or in fragments.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

OPUS_RATE = 48_000
PAGE_HEADER = 27
NO_TIME = 2**64 - 1
# RFC 9559: what holds others, and what tells a time.
SEGMENT, INFO, CLUSTER, GROUP = 0x18538067, 0x1549A966, 0x1F43B675, 0xA0
SCALE, DURATION, AT, SIMPLE, BLOCK = 0x2AD7B1, 0x4489, 0xE7, 0xA3, 0xA1
USUAL_SCALE = 1_000_000
HOLDERS = {b"moov", b"trak", b"mdia", b"mvex", b"moof", b"traf"}


def seconds_of(content: bytes, media_type: str) -> float | None:
    """Return how many seconds `content` lasts; None where its file does not tell."""
    read = {"audio/ogg": _ogg, "audio/webm": _webm, "audio/mp4": _mp4}.get(media_type)
    try:
        return read(content) or None if read else None
    except (IndexError, ValueError, OverflowError, ZeroDivisionError, struct.error):
        return None


def _ogg(content: bytes) -> float:
    """Return the time of the last page, without what is skipped at the beginning."""
    first, last = b"", 0
    for granule, body in _pages(content):
        first = first or body
        if granule != NO_TIME:
            last = max(last, granule)
    if first.startswith(b"OpusHead"):
        return max(0, last - int.from_bytes(first[10:12], "little")) / OPUS_RATE
    if first.startswith(b"\x01vorbis"):
        return last / int.from_bytes(first[12:16], "little")
    return 0.0


def _pages(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the granule position of each page, and what it holds."""
    at = 0
    while content[at : at + 4] == b"OggS" and at + PAGE_HEADER <= len(content):
        table = content[at + PAGE_HEADER : at + PAGE_HEADER + content[at + 26]]
        begin = at + PAGE_HEADER + len(table)
        granule = int.from_bytes(content[at + 6 : at + 14], "little")
        yield granule, content[begin : begin + sum(table)]
        at = begin + sum(table)


def _webm(content: bytes) -> float:
    """Return the time of the last block, or the duration that is told if longer."""
    scale, told, cluster, last = USUAL_SCALE, 0.0, 0, 0
    for kind, data in _elements(content):
        if kind == SCALE:
            scale = int.from_bytes(data)
        elif kind == DURATION:
            told = _number(data)
        elif kind == AT:
            cluster = int.from_bytes(data)
        elif kind in {SIMPLE, BLOCK}:
            begin = _vint(data, 0)[1]
            after = int.from_bytes(data[begin : begin + 2], signed=True)
            last = max(last, cluster + after)
    return max(told, last) * scale / 1_000_000_000


def _elements(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Give each element; of what holds others, what it holds, whatever its size."""
    at = 0
    while at < len(content):
        start = at
        at = _vint(content, at)[1]
        kind = int.from_bytes(content[start:at])
        size, at = _vint(content, at)
        if kind in {SEGMENT, INFO, CLUSTER, GROUP}:
            continue
        yield kind, content[at : at + size]
        at += size


def _vint(content: bytes, at: int) -> tuple[int, int]:
    """Return a number of variable length without its marker, and where it ends."""
    length = 9 - content[at].bit_length()
    if length > 8:
        raise ValueError("No number begins here.")
    value = int.from_bytes(content[at : at + length])
    return value & ~(1 << 7 * length), at + length


def _number(data: bytes) -> float:
    """Return a float of four or eight bytes (IEEE 754)."""
    return float(struct.unpack(">f" if len(data) == 4 else ">d", data)[0])


@dataclass
class _Movie:
    """What the boxes of an MP4 have told until now; times in the media's own units."""

    told: float = 0.0
    rate: int = 0
    usual: int = 0
    """How long each sample of a fragment lasts, where it does not say so itself."""
    here: int = 0
    ends: list[int] = field(default_factory=lambda: [0])


def _mp4(content: bytes) -> float:
    """Return the duration that is told, or the end of the last fragment if later."""
    movie = _Movie()
    readers = {
        b"mvhd": _header, b"mdhd": _header, b"trex": _trex,
        b"tfhd": _tfhd, b"tfdt": _tfdt, b"trun": _trun,
    }  # fmt: skip
    for kind, data in _boxes(content):
        if reader := readers.get(kind):
            reader(movie, data)
    return max(movie.told, max(movie.ends) / movie.rate if movie.rate else 0.0)


def _boxes(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give each box; of those that hold others, what they hold."""
    at = 0
    while at + 8 <= len(content):
        size, kind, begin = _uint(content, at), content[at + 4 : at + 8], at + 8
        if size == 1:
            size, begin = int.from_bytes(content[at + 8 : at + 16]), at + 16
        end = at + size if size else len(content)
        if end < begin:
            return
        if kind in HOLDERS:
            at = begin
            continue
        yield kind, content[begin:end]
        at = end


def _uint(data: bytes, at: int) -> int:
    """Return the number of four bytes at a place."""
    if at + 4 > len(data):
        raise IndexError(at)
    return int.from_bytes(data[at : at + 4])


def _header(movie: _Movie, data: bytes) -> None:
    """Read how many units a second has, and how many there are."""
    at, length = (20, 8) if data[0] else (12, 4)
    movie.rate = _uint(data, at)
    units = int.from_bytes(data[at + 4 : at + 4 + length])
    if units != 2 ** (8 * length) - 1:
        movie.told = max(movie.told, units / movie.rate)


def _trex(movie: _Movie, data: bytes) -> None:
    """Read how long samples last unless a fragment says otherwise."""
    movie.usual = _uint(data, 12)


def _tfhd(movie: _Movie, data: bytes) -> None:
    """Read how long the samples of this fragment last."""
    flags = _uint(data, 0)
    if flags & 0x8:
        movie.usual = _uint(data, 8 + 8 * bool(flags & 0x1) + 4 * bool(flags & 0x2))
    movie.here = max(movie.ends)


def _tfdt(movie: _Movie, data: bytes) -> None:
    """Read when this fragment begins."""
    movie.here = int.from_bytes(data[4:12]) if data[0] else _uint(data, 4)


def _trun(movie: _Movie, data: bytes) -> None:
    """Read how long a run of samples lasts."""
    flags, count = _uint(data, 0), _uint(data, 4)
    if not flags & 0x100:
        movie.here += count * movie.usual
    else:
        step = 4 * (flags >> 8 & 0xF).bit_count()
        at = 8 + 4 * bool(flags & 0x1) + 4 * bool(flags & 0x4)
        movie.here += sum(_uint(data, at + step * n) for n in range(count))
    movie.ends.append(movie.here)

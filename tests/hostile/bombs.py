"""Files made to break whoever opens them, and every reader of files that we have.

`python -m tests.hostile.bombs` opens each with each reader in a process of its own, and
prints what became of it, in how many milliseconds and with how much more memory (R23,
R24 of the threat model). 1 when one was not refused, broke a reader or grew by 40 MiB
more than an ordinary picture may.
"""

import json
import os
import resource
import struct
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "voice.settings.test")
    django.setup()

from surveys.logic.grid import BadGrid, grid_of_csv, grid_of_xlsx
from surveys.logic.media import BadMedium, clean_medium
from surveys.logic.recordings import BadRecording, as_sent
from surveys.logic.wording_po import read_po
from surveys.logic.wording_xlsx import read_xlsx as read_wordings
from voice.statement.logic.files import BadFile, clean_file
from voice.themes.logic.codebook_file import BadCodebook
from voice.themes.logic.codebook_xlsx import read_xlsx as read_codebook
from voice.themes.logic.refi_qdc import read_qdc

MIB = 1024 * 1024
# A picture of 20 million dots is 60 MB while it is drawn smaller; nothing else may be.
MOST_GROWN = 40
SECONDS = 10
REFUSED = (BadGrid, BadMedium, BadRecording, BadFile, BadCodebook, ValueError)

READERS: dict[str, Callable[[bytes], object]] = {
    "a round as a table": grid_of_csv,
    "a round as a spreadsheet": grid_of_xlsx,
    "a picture of a question": lambda content: clean_medium(content, "image/png"),
    "a sound of a question": lambda content: clean_medium(content, "audio/ogg"),
    "a drawing": lambda content: as_sent(content, spoken=False),
    "a voice": lambda content: as_sent(content, spoken=True),
    "wordings as a spreadsheet": read_wordings,
    "wordings as a catalogue": read_po,
    "evidence": clean_file,
    "a codebook as a spreadsheet": read_codebook,
    "a codebook of other programs": read_qdc,
}
# What may be kept: it is harmless as it is kept, drawn afresh or sealed unread.
TABLE = frozenset({"a round as a table"})
SOUND = frozenset({"a sound of a question", "a voice"})
DRAWN = frozenset({"a picture of a question", "a drawing", "evidence"})
KEPT = {
    # One dot is drawn afresh; the rest is never unpacked.
    "a PNG packed from 300 MB": DRAWN,
    # Text is a table of one column, of words that people then look at.
    "an SVG": TABLE,
    "a page as a picture": TABLE,
    "a thousand million laughs": TABLE | {"evidence"},
    "a file that reads another": TABLE | {"evidence"},
    # A sound is sealed as it came; only a browser plays it.
    "a WebM file whose parts have no end": TABLE | SOUND,
    "an MP4 file whose boxes hold themselves": SOUND,
}


def chunk(kind: bytes, content: bytes) -> bytes:
    """Return one chunk of a PNG (ISO/IEC 15948, 5.3)."""
    told = struct.pack(">I", zlib.crc32(kind + content))
    return struct.pack(">I", len(content)) + kind + content + told


def png(width: int, height: int, rows: bytes, *between: bytes) -> bytes:
    """Return a grey PNG that says it is so large, whatever is in it."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    packed = chunk(b"IDAT", zlib.compress(rows, 9))
    return (
        b"\x89PNG\r\n\x1a\n" + head + b"".join(between) + packed + chunk(b"IEND", b"")
    )


def jpeg(width: int, height: int) -> bytes:
    """Return the head of a JPEG that says it is so large, and nothing behind it."""
    frame = struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xc0" + frame + b"\xff\xd9"


def packed(parts: dict[str, bytes]) -> bytes:
    """Return parts packed as spreadsheets and Word files are."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return held.getvalue()


def lies_of_its_size(parts: dict[str, bytes]) -> bytes:
    """Return a packed file whose list of parts says that each has ten bytes."""
    content = bytearray(packed(parts))
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        found = content.find(mark)
        while found >= 0:
            content[found + at : found + at + 4] = struct.pack("<I", 10)
            found = content.find(mark, found + 4)
    return bytes(content)


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">'
    + b"".join(
        b'<!ENTITY b%d "%s">' % (n, (b"&b%d;" % (n - 1) if n else b"&b;") * 20)
        for n in range(9)
    )
    + b"]><a>&b8;</a>"
)
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
SHEET = {
    "[Content_Types].xml": b"<Types/>",
    "xl/workbook.xml": LAUGHS,
    "word/document.xml": LAUGHS,
}


def bombs() -> Iterator[tuple[str, bytes]]:
    """Yield each file by what it does; the largest is of 12 MB as it is sent."""
    zeros = zlib.compress(bytes(300 * MIB), 9)
    yield "a PNG that says 2 thousand million dots", png(46_000, 46_000, b"")
    yield "a PNG of 21 million dots", png(4_600, 4_600, bytes(4_601 * 4_600))
    yield "a PNG packed from 300 MB", png(1, 1, bytes(300 * MIB))
    text = chunk(b"zTXt", b"note\0\0" + zeros)
    yield "a PNG with 300 MB of words in it", png(1, 1, bytes(2), text)
    profile = chunk(b"iCCP", b"note\0\0" + zeros)
    yield "a PNG with 300 MB of colours in it", png(1, 1, bytes(2), profile)
    yield "a JPEG that says 4 thousand million dots", jpeg(65_500, 65_500)
    yield "a picture cut in the middle", png(900, 900, bytes(901 * 900))[:200]
    yield "an SVG", b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'
    yield "a page as a picture", b"<html><script>alert(1)</script></html>"
    yield "300 MB packed in one part", packed({"xl/workbook.xml": bytes(300 * MIB)})
    yield "500 parts", packed({f"xl/{n}.xml": b"a" for n in range(500)})
    small = {"xl/workbook.xml": bytes(30 * MIB), "word/document.xml": bytes(30 * MIB)}
    yield "a packed file that lies of its size", lies_of_its_size(small)
    yield "packed files in a packed file", packed({"a.zip": packed(small)})
    yield "a thousand million laughs in a spreadsheet", packed(SHEET)
    yield "a thousand million laughs", LAUGHS
    yield "a file that reads another", OUTSIDE
    yield "a tree 200,000 deep", b"<a>" * 200_000
    yield "JSON 200,000 deep", b"[" * 200_000
    yield "an Ogg file of pages that are none", b"OggS\0\2" + b"\xff" * 4_000_000
    yield "a WebM file whose parts have no end", b"\x1a\x45\xdf\xa3\x01" + b"\xff" * 99
    yield (
        "an MP4 file whose boxes hold themselves",
        struct.pack(">I4sQ", 1, b"ftyp", 1) * 9,
    )
    yield "12 MB of nothing", bytes(12 * MIB)
    yield "a table of a million marks", b"," * 1_000_000
    yield "half a quotation mark", b'"' + b"a\n" * 1_000_000


def opened(reader: Callable[[bytes], object], content: bytes) -> str:
    """Return "refused", "kept" or what broke."""
    try:
        reader(content)
    except REFUSED:
        return "refused"
    except BaseException as broke:  # noqa: BLE001 - whatever it is, it is told
        return f"broke: {type(broke).__name__}"
    return "kept"


def watched(
    content: bytes, readers: dict[str, Callable[[bytes], object]] = READERS
) -> tuple[dict[str, str], float, float]:
    """Open it with each reader, in one process of its own.

    Returns what became of it by reader, the ms of them all, and how many MiB more the
    process ever held.
    """
    read, write = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        before, began = _most(), time.perf_counter()
        said = {name: opened(reader, content) for name, reader in readers.items()}
        took = (time.perf_counter() - began) * 1000
        os.write(write, json.dumps([said, took, _most() - before]).encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as line:
        heard = line.read()
    os.waitpid(child, 0)
    if not heard:
        return dict.fromkeys(readers, "broke: killed"), 0.0, 0.0
    said, took, grew = json.loads(heard)
    return said, took, grew


def _most() -> float:
    """Return the most memory this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Open every bomb with every reader; return 1 when one did harm."""
    harm, times = 0, []
    for what, content in bombs():
        for reader, opens in READERS.items():
            told, took, grew = watched(content, {reader: opens})
            times.append(took)
            is_kept = reader in KEPT.get(what, ())
            if told[reader] != ("kept" if is_kept else "refused") or grew > MOST_GROWN:
                harm += 1
                print(f"  {what}, as {reader}: {told[reader]}, {grew:+.0f} MiB")
    print(
        f"  {len(times)} files opened: {harm} did harm; the slowest took "
        f"{max(times):.0f} ms"
    )
    return 1 if harm else 0


if __name__ == "__main__":
    sys.exit(main())

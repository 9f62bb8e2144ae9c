"""Looks into a file that is to be evidence; what it is, is read from it alone; pure.

R23 and R24 of the threat model: at most 10 MB; what is packed is looked at before it is
unpacked; a picture is drawn afresh, so that place and camera stay behind; nothing that
runs, fetches or hides another file is kept. Names of things that do: ISO 32000-2, 12.6
(actions of a PDF), and ECMA-376 part 2, 9.3 (relationships of a Word file).
"""

import csv
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from io import BytesIO, StringIO
from itertools import islice
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from PIL import Image

from surveys.logic.media import FORMATS, MOST_PIXELS, UNDRAWABLE, plain_pixels
from surveys.logic.packed import PackedTooMuch, refuse_bomb
from voice.pictures import open_picture
from voice.statement.enums import FileType
from voice.themes.logic.csv_cells import neutral

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 20_000
# Of commas, wherever they stand: twenty columns of so many rows.
MOST_MARKS = 400_000
# A scanned page of A4 stays readable.
WIDEST = 2400
QUALITY = 85
MOST_OF_A_PART = 1024 * 1024
MOST_OF_A_START = 4096

PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"RIFF")
PDF_ENDS = 2048
PDF_ACTS = re.compile(
    rb"/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm)\b"
)
PDF_LOCKED = re.compile(rb"/Encrypt\b")
# Objects that are packed together (ISO 32000-2, 7.5.7): names in them cannot be read.
PDF_PACKED = re.compile(rb"/ObjStm\b")
PDF_STREAM = re.compile(rb"\bstream\r?\n")
MOST_PACKED, MOST_OF_A_HEAD = 5_000, 2_000
MOST_UNPACKED = 20 * 1024 * 1024
PDF_SPELT = re.compile(rb"#([0-9A-Fa-f]{2})")
UNPACKABLE = (BadZipFile, OSError, EOFError, zlib.error)
WORD = ("[Content_Types].xml", "word/document.xml")
WORD_ACTS = re.compile(
    r"vbaProject|\.bin$|/activeX/|/embeddings/|macrosheets", re.IGNORECASE
)


class Trouble(Enum):
    """Why a file cannot be kept."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_KNOWN = "not_known"
    BROKEN = "broken"
    ACTS = "acts"
    LOCKED = "locked"
    MANY_DOTS = "many_dots"


class BadFile(ValueError):
    """The file cannot be kept; `trouble` says why."""

    def __init__(self, trouble: Trouble) -> None:
        """Remember why."""
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True)
class CleanFile:
    """A file as it may be kept."""

    content: bytes
    type: FileType


def clean_file(content: bytes) -> CleanFile:
    """Return a file as it may be kept; raises BadFile."""
    if not content:
        raise BadFile(Trouble.EMPTY)
    if len(content) > MOST_BYTES:
        raise BadFile(Trouble.TOO_LONG)
    if content.startswith(b"%PDF-"):
        return _pdf(content)
    if content.startswith(b"PK"):
        return _word(content)
    if content.startswith(PICTURES):
        return _picture(content)
    return _table(content)


def _pdf(content: bytes) -> CleanFile:
    """Return a PDF as it came, unless it is cut, locked or does something."""
    if b"%%EOF" not in content[-PDF_ENDS:]:
        raise BadFile(Trouble.BROKEN)
    spelt = _spelt(content)
    if PDF_ACTS.search(spelt) or any(map(PDF_ACTS.search, _packed_in(content, spelt))):
        raise BadFile(Trouble.ACTS)
    if PDF_LOCKED.search(spelt):
        raise BadFile(Trouble.LOCKED)
    return CleanFile(content, FileType.PDF)


def _spelt(content: bytes) -> bytes:
    """Return what a PDF says, with the letters it spells by their number."""
    return PDF_SPELT.sub(lambda found: bytes.fromhex(found[1].decode()), content)


def _packed_in(content: bytes, spelt: bytes) -> Iterator[bytes]:
    """Yield what objects that are packed together say.

    Raises BadFile for those packed another way than by Flate, as nobody could look in.
    """
    left = MOST_UNPACKED
    found = list(PDF_PACKED.finditer(content))
    if len(found) > MOST_PACKED or len(found) != len(PDF_PACKED.findall(spelt)):
        raise BadFile(Trouble.ACTS)
    for one in found:
        begins = PDF_STREAM.search(content, one.end(), one.end() + MOST_OF_A_HEAD)
        if begins is None:
            raise BadFile(Trouble.BROKEN)
        try:
            said = zlib.decompressobj().decompress(
                memoryview(content)[begins.end() :], left
            )
        except zlib.error:
            raise BadFile(Trouble.ACTS) from None
        left -= len(said)
        if left <= 0:
            raise BadFile(Trouble.TOO_LONG)
        yield _spelt(said)


def _word(content: bytes) -> CleanFile:
    """Return a Word file as it came, unless it is another, cut, or does something."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            refuse_bomb(packed, len(content))
            _refuse_acting(packed)
    except PackedTooMuch:
        raise BadFile(Trouble.TOO_LONG) from None
    except RuntimeError:
        # What zipfile raises for what is locked, or packed in a way it does not know.
        raise BadFile(Trouble.LOCKED) from None
    except UNPACKABLE:
        raise BadFile(Trouble.BROKEN) from None
    return CleanFile(content, FileType.DOCX)


def _refuse_acting(packed: ZipFile) -> None:
    """Raise BadFile unless it is a Word file, in which nothing runs or is fetched."""
    names = packed.namelist()
    if not set(WORD) <= set(names):
        raise BadFile(Trouble.NOT_KNOWN)
    if any(WORD_ACTS.search(name) for name in names):
        raise BadFile(Trouble.ACTS)
    for one in packed.infolist():
        name = one.filename.casefold()
        if name.endswith((".xml", ".rels")):
            _refuse_own_words(packed, one)
        if name.endswith(".rels"):
            if one.file_size > MOST_OF_A_PART:
                raise BadFile(Trouble.TOO_LONG)
            _refuse_fetching(packed.read(one))


def _refuse_own_words(packed: ZipFile, part: ZipInfo) -> None:
    """Raise BadFile when a part declares words of its own, as bombs of XML do.

    No Word file does (ECMA-376 part 2, 9.1.7: no document type declaration).
    """
    with packed.open(part) as opened:
        begins = opened.read(MOST_OF_A_START).replace(b"\0", b"")
    if b"<!DOCTYPE" in begins or b"<!ENTITY" in begins:
        raise BadFile(Trouble.ACTS)


def _refuse_fetching(relations: bytes) -> None:
    """Raise BadFile when opening the file would fetch something; a link may be there."""
    try:
        found = fromstring(relations)
    except ParseError:
        raise BadFile(Trouble.BROKEN) from None
    except DefusedXmlException:
        raise BadFile(Trouble.ACTS) from None
    for relation in found.iter():
        outward = relation.get("TargetMode", "").strip().lower() == "external"
        if outward and not relation.get("Type", "").endswith("/hyperlink"):
            raise BadFile(Trouble.ACTS)


def _picture(content: bytes) -> CleanFile:
    """Return a picture drawn afresh: upright, readable, and nothing of its place."""
    try:
        with open_picture(BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise BadFile(Trouble.MANY_DOTS)
            plain = plain_pixels(picture, widest=WIDEST, by=Image.Resampling.LANCZOS)
    except UNDRAWABLE as broken:
        if isinstance(broken, BadFile):
            raise
        raise BadFile(Trouble.BROKEN) from None
    drawn = BytesIO()
    plain.save(drawn, format="WEBP", quality=QUALITY, method=4)
    return CleanFile(drawn.getvalue(), FileType.PICTURE)


def _table(content: bytes) -> CleanFile:
    """Return a table of at least two columns, with no formula in it."""
    if b"\0" in content:
        raise BadFile(Trouble.NOT_KNOWN)
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        words = content.decode("cp1252", errors="replace")
    mark = max(",;\t", key=words.split("\n", 1)[0].count)
    if words.count(mark) > MOST_MARKS:
        raise BadFile(Trouble.TOO_LONG)
    try:
        found = csv.reader(StringIO(words, newline=""), delimiter=mark)
        rows = list(islice(found, MOST_ROWS + 1))
    except csv.Error:
        raise BadFile(Trouble.BROKEN) from None
    if len(rows) > MOST_ROWS:
        raise BadFile(Trouble.TOO_LONG)
    if not rows or len(rows[0]) < 2:
        raise BadFile(Trouble.NOT_KNOWN)
    written = StringIO()
    csv.writer(written).writerows([neutral(cell) for cell in row] for row in rows)
    return CleanFile(written.getvalue().encode("utf-8-sig"), FileType.CSV)

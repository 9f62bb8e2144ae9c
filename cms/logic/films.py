"""Files of a page known by their first bytes; pure.

Sources: MP4's box `ftyp` (ISO/IEC 14496-12, 4.3), WebM's EBML header and document type
(RFC 8794; webmproject.org), PDF's header (ISO 32000-1, 7.5.2).
"""

EBML = b"\x1a\x45\xdf\xa3"
HEADER = 64
# The media type of a film by the ending of its name.
FILMS = {"mp4": "video/mp4", "webm": "video/webm"}
MP4_BRANDS = frozenset(
    {
        b"isom",
        b"iso2",
        b"iso4",
        b"iso5",
        b"iso6",
        b"mp41",
        b"mp42",
        b"avc1",
        b"M4V ",
        b"MSNV",
        b"dash",
    }
)
PDF_HEADER = b"%PDF-"
# A document that runs, starts or carries something is no poster.
PDF_THAT_ACTS = (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/RichMedia")


def film_type(head: bytes) -> str:
    """Return the media type of a film by how its file begins; empty when none we know."""
    if head[4:8] == b"ftyp" and head[8:12] in MP4_BRANDS:
        return "video/mp4"
    if head[:4] == EBML and b"webm" in head[:HEADER]:
        return "video/webm"
    return ""


def is_plain_pdf(content: bytes) -> bool:
    """Say whether this is a PDF, with nothing in it that acts by itself."""
    begins = content.startswith(PDF_HEADER)
    return begins and not any(sign in content for sign in PDF_THAT_ACTS)

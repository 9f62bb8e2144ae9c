"""Makes small files as people bring them: PDF, Word, a picture, a table."""

import zipfile
from io import BytesIO

from PIL import Image

PLACE = b"51.5014N 0.1419W"


def pdf(more=b""):
    """Return a small PDF; `more` is put into it as it is."""
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        + more
        + b"\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF\n"
    )


def word(parts=None):
    """Return a small Word file; `parts` are added to it by name."""
    packed = BytesIO()
    own = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": "<document>We talked about tea.</document>",
        "word/_rels/document.xml.rels": relations("hyperlink"),
    }
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        for name, words in (own | (parts or {})).items():
            book.writestr(name, words)
    return packed.getvalue()


def relations(kind, target="https://example.invalid/?a>b"):
    """Return a part of a Word file that points outward."""
    return (
        f'<Relationships><Relationship Id="r1" Target="{target}" '
        f'Type="http://schemas.example/{kind}" TargetMode="External"/></Relationships>'
    )


def photograph(kind="JPEG", size=(60, 40)):
    """Return a picture that says where it was taken."""
    drawn = BytesIO()
    exif = Image.Exif()
    exif[0x010E] = PLACE.decode()
    Image.new("RGB", size, "teal").save(drawn, kind, exif=exif)
    return drawn.getvalue()


def table():
    """Return a CSV table with a formula in it."""
    return b'Who;What\nCouncil;=HYPERLINK("x")\nHilltop;tea, late\n'

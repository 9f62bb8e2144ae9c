"""Reads the content of one page: what is marked, what it says, where it stands."""

import re
from dataclasses import dataclass, field

from pypdf.generic import ArrayObject, ContentStream, DictionaryObject

SHOWS = {b"Tj", b"TJ", b"'", b'"'}
PAINTS = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh", b"Do"}


@dataclass
class Mark:
    """One marked piece of a page; `number` is its MCID, None for an artifact."""

    tag: str
    number: int | None
    language: str | None = None
    actual: str | None = None
    glyphs: str = ""
    at: tuple[float, float] | None = None

    @property
    def text(self):
        """What it says: its own text where it carries one, else that of its glyphs."""
        return self.glyphs if self.actual is None else self.actual


@dataclass
class Content:
    """The pieces of a page by MCID, and how much was painted outside of any."""

    marks: dict[int, Mark] = field(default_factory=dict)
    artifacts: list[Mark] = field(default_factory=list)
    loose: int = 0


def times(one, other):
    """Return the product of two PDF matrices, `one` applied first."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def letters_of(font):
    """Return what each two-byte code of a font stands for, from its ToUnicode."""
    if "/ToUnicode" not in font:
        return {}
    cmap = font["/ToUnicode"].get_object().get_data().decode("latin-1")
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, to in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", block):
            found[int(code, 16)] = bytes.fromhex(to).decode("utf-16-be")
    return found


class Reader:
    """Walks the operators of a page once."""

    def __init__(self, page, pdf):
        self.content = Content()
        self.open = []
        self.matrix = (1, 0, 0, 1, 0, 0)
        self.kept = []
        self.text_matrix = (1, 0, 0, 1, 0, 0)
        self.letters = {}
        self.fonts = {
            name: letters_of(font.get_object())
            for name, font in page["/Resources"].get("/Font", {}).items()
        }
        for operands, operator in ContentStream(page.get_contents(), pdf).operations:
            self.take(operands, operator)

    def take(self, operands, operator):
        """Follow one operator."""
        match operator:
            case b"q" | b"Q" | b"cm":
                self.turn(operands, operator)
            case b"Tm":
                self.text_matrix = tuple(float(n) for n in operands)
            case b"Tf":
                self.letters = self.fonts.get(operands[0], {})
            case b"BMC" | b"BDC":
                self.begin(*operands)
            case b"EMC":
                self.open.pop()
            case _ if operator in SHOWS or operator in PAINTS:
                self.paint(operands, operator)

    def turn(self, operands, operator):
        """Keep, bring back or change where things are painted."""
        if operator == b"q":
            self.kept.append(self.matrix)
        elif operator == b"Q":
            self.matrix = self.kept.pop()
        else:
            self.matrix = times([float(n) for n in operands], self.matrix)

    def begin(self, tag, properties=None):
        """Open a piece; remember it by its number, or as an artifact."""
        said = properties if isinstance(properties, DictionaryObject) else {}
        number = said.get("/MCID")
        mark = Mark(
            tag=str(tag),
            number=None if number is None else int(number),
            language=said.get("/Lang"),
            actual=said.get("/ActualText"),
        )
        self.open.append(mark)
        if mark.number is not None:
            self.content.marks[mark.number] = mark
        elif mark.tag == "/Artifact":
            self.content.artifacts.append(mark)

    def paint(self, operands, operator):
        """Give what is painted to the piece that is open, or count it as loose."""
        inner = next(
            (m for m in reversed(self.open) if m.number is not None), None
        ) or next((m for m in self.open if m.tag == "/Artifact"), None)
        if inner is None:
            self.content.loose += 1
            return
        whole = (
            times(self.text_matrix, self.matrix) if operator in SHOWS else self.matrix
        )
        inner.at = inner.at or (whole[4], whole[5])
        if operator in SHOWS:
            inner.glyphs += self.said(operands[-1])

    def said(self, shown):
        """Return the letters of the glyphs that one operator shows."""
        pieces = shown if isinstance(shown, ArrayObject) else [shown]
        raw = b"".join(
            piece.original_bytes for piece in pieces if hasattr(piece, "original_bytes")
        )
        codes = (
            int.from_bytes(raw[place : place + 2]) for place in range(0, len(raw), 2)
        )
        return "".join(self.letters.get(code, "\ufffd") for code in codes)

"""Reads a PDF into a tree of tagged elements with their text, as a screen reader does."""

import io
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, NumberObject

from tests.papers.content import Content, Mark, Reader

BLOCKS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "TR", "LI", "Caption", "Figure"}


@dataclass
class Element:
    """One element of the structure tree; leaves hold pieces of pages."""

    kind: str
    alternative: str | None = None
    identity: str | None = None
    headers: list[str] = field(default_factory=list)
    children: list["Element"] = field(default_factory=list)
    page: int | None = None
    mark: Mark | None = None
    links: list[DictionaryObject] = field(default_factory=list)

    @property
    def leaves(self):
        """The pieces under this element, in order."""
        if self.mark is not None:
            return [self]
        return [leaf for child in self.children for leaf in child.leaves]

    @property
    def text(self):
        """Everything it says, in order."""
        return " ".join(" ".join(leaf.mark.text for leaf in self.leaves).split())

    def all(self, *kinds):
        """Return every element of some kinds beneath this one, in order."""
        found = []
        for child in self.children:
            found += [child] if child.kind in kinds else []
            found += child.all(*kinds)
        return found


@dataclass
class Inside:
    """What a PDF holds."""

    pdf: PdfReader
    pages: list[Content]
    tree: Element | None

    @property
    def catalog(self):
        """The catalogue of the document."""
        return self.pdf.trailer["/Root"]

    @property
    def language(self):
        """The language of the document."""
        return self.catalog.get("/Lang", "")

    @property
    def text(self):
        """Everything the tree says, in reading order."""
        return self.tree.text if self.tree else ""

    @property
    def fonts(self):
        """Every font of every page, by name."""
        found = {}
        for page in self.pdf.pages:
            for font in page["/Resources"].get("/Font", {}).values():
                found[font.get_object()["/BaseFont"]] = font.get_object()
        return found

    @property
    def headings(self):
        """Level and words of every heading, in order."""
        kinds = [f"H{level}" for level in range(1, 7)]
        found = self.tree.all(*kinds) if self.tree else []
        return [(int(each.kind[1]), each.text) for each in found]

    @property
    def cells(self):
        """The words of every data cell, in order."""
        return [cell.text for cell in self.tree.all("TD")] if self.tree else []


def read(made):
    """Return what the bytes of a PDF hold."""
    pdf = PdfReader(io.BytesIO(made))
    pages = [Reader(page, pdf).content for page in pdf.pages]
    root = pdf.trailer["/Root"].get("/StructTreeRoot")
    places = {
        page.indirect_reference.idnum: place for place, page in enumerate(pdf.pages)
    }
    tree = None
    if root is not None:
        tree = Element("Root")
        _fill(tree, root.get_object(), None, pages, places)
    return Inside(pdf, pages, tree)


def _fill(element, node, page, pages, places):
    """Add to `element` what the structure element `node` holds."""
    if "/Pg" in node:
        page = places[node.raw_get("/Pg").idnum]
    element.page = page
    kids = node.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    for kid in (kid.get_object() for kid in kids):
        if isinstance(kid, NumberObject):
            mark = pages[page].marks.get(int(kid)) or Mark("missing", None)
            element.children.append(Element("Piece", page=page, mark=mark))
        elif kid.get("/Type") == "/OBJR":
            element.links.append(kid["/Obj"].get_object())
        else:
            child = Element(
                kind=kid["/S"].removeprefix("/"),
                alternative=kid.get("/Alt"),
                identity=kid.get("/ID"),
                headers=list(kid.get("/A", {}).get("/Headers", [])),
            )
            element.children.append(child)
            _fill(child, kid, page, pages, places)

"""What must hold of a PDF that everybody can read, each as a sentence when it fails.

After PDF/UA-1 (ISO 14289-1) and the Matterhorn Protocol, as far as a file can tell.
"""

from html import unescape
from itertools import pairwise

from django.conf import settings

from tests.papers.reading import BLOCKS

SHAPED = ("\u0590", "\u1cff")
# How far above its forerunner a block may begin, in points, and still count as level.
SLACK = 6


def faults(inside):
    """Return every sentence about what is wrong; an empty list when nothing is."""
    return [sentence for check in CHECKS for sentence in check(inside)]


def tagged(inside):
    """The document says it is tagged, and has a tree."""
    if not inside.catalog.get("/MarkInfo", {}).get("/Marked"):
        yield "The document does not say that it is tagged."
    if inside.tree is None or not inside.tree.all("H1"):
        yield "There is no structure tree with a first heading."
    for number, page in enumerate(inside.pdf.pages, start=1):
        if page.get("/Tabs") != "/S":
            yield f"Page {number} is not walked in the order of its structure."


def titled(inside):
    """The title is given, shown, and the first heading; the language is given."""
    title = (inside.pdf.metadata or {}).get("/Title", "")
    shown = inside.catalog.get("/ViewerPreferences", {}).get("/DisplayDocTitle")
    if not title or not shown:
        yield "The title is missing, or the file's name is shown in its place."
    firsts = [words for level, words in inside.headings if level == 1]
    if firsts != [title]:
        yield f"The title is “{title}”, the first headings are {firsts}."
    if not inside.language:
        yield "The document names no language."
    metadata = inside.catalog.get("/Metadata")
    said = unescape(metadata.get_object().get_data().decode()) if metadata else ""
    if 'part="1"' not in said or title not in said:
        yield "The metadata does not say PDF/UA-1, or not the title."


def marked(inside):
    """All that is painted is in the tree once, or an artifact."""
    leaves = inside.tree.leaves if inside.tree else []
    for number, page in enumerate(inside.pages):
        if page.loose:
            yield f"Page {number + 1} paints {page.loose} things that are not marked."
        placed = [leaf.mark.number for leaf in leaves if leaf.page == number]
        if sorted(page.marks) != sorted(n for n in placed if n is not None):
            yield f"Page {number + 1} and the tree hold different pieces."
    for leaf in leaves:
        if leaf.mark.tag == "missing":
            yield "The tree holds a piece that is on no page."


def ordered(inside):
    """Blocks follow each other in the tree as they stand on the page."""
    blocks = [place for place in map(_place, _blocks(inside)) if place]
    for (page, height, words), (next_page, next_height, next_words) in pairwise(blocks):
        above = next_page == page and next_height > height + SLACK
        if next_page < page or above:
            yield f"“{next_words[:40]}” is read after “{words[:40]}” but stands before it."


def nested(inside):
    """Headings go down one level at a time, and the bookmarks are the headings."""
    levels = [level for level, _ in inside.headings]
    for before, after in pairwise(levels):
        if after > before + 1:
            yield f"A heading of level {after} follows one of level {before}."
    marks = list(_bookmarks(inside.pdf.outline))
    if marks != [words for _, words in inside.headings]:
        yield f"The bookmarks are {marks}, not the headings."


def headed(inside):
    """Each table has headers, and each cell names headers that are there."""
    for table in inside.tree.all("Table") if inside.tree else []:
        heads = {head.identity for head in table.all("TH") if head.text}
        if not heads:
            yield "A table has no headers."
        for cell in table.all("TD"):
            if not cell.headers or not set(cell.headers) <= heads:
                yield f"The cell “{cell.text}” names no header."
        sizes = {len(row.all("TH", "TD")) for row in table.all("TR")}
        if len(sizes) > 1:
            yield f"The rows of a table have {sorted(sizes)} cells."


def described(inside):
    """Each picture has an alternative, each link says what it is."""
    for figure in inside.tree.all("Figure") if inside.tree else []:
        if not figure.alternative:
            yield "A picture has no alternative."
    for link in inside.tree.all("Link") if inside.tree else []:
        if not link.text or not all(each.get("/Contents") for each in link.links):
            yield "A link does not say what it is."


def lettered(inside):
    """Each font is embedded and says what its glyphs mean."""
    for name, font in inside.fonts.items():
        inner = (
            font["/DescendantFonts"][0].get_object()
            if ("/DescendantFonts" in font)
            else font
        )
        about = inner.get("/FontDescriptor", {})
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(about):
            yield f"The font {name} is not embedded."
        if "/ToUnicode" not in font:
            yield f"The font {name} does not say what its glyphs mean."


def spoken(inside):
    """Each piece of text names its language; shaped letters carry their own text."""
    for page in inside.pages:
        for mark in page.marks.values():
            if mark.tag == "/Figure":
                continue
            if not mark.language:
                yield f"“{mark.text[:40]}” names no language."
            shaped = any(SHAPED[0] <= letter <= SHAPED[1] for letter in mark.glyphs)
            if shaped and mark.actual is None:
                yield f"“{mark.glyphs[:40]}” does not carry its own text."
            if "\ufffd" in mark.text:
                yield f"“{mark.text[:40]}” has letters that cannot be read out."


def closed(inside):
    """Nothing runs, is attached or locked; no link leads out but to our own board."""
    if inside.pdf.is_encrypted:
        yield "The document is locked."
    for name in ("/OpenAction", "/AA", "/AcroForm"):
        if name in inside.catalog:
            yield f"The document holds {name}."
    for name in ("/JavaScript", "/EmbeddedFiles"):
        if name in inside.catalog.get("/Names", {}):
            yield f"The document holds {name}."
    notes = [note for page in inside.pdf.pages for note in page.get("/Annots", [])]
    to = [note.get_object().get("/A", {}).get("/URI") for note in notes]
    ours = f"{settings.WAGTAILADMIN_BASE_URL}/board/sources/"
    if any(one is not None and not str(one).startswith(ours) for one in to):
        yield "A link leads out of the document."


def _blocks(inside):
    """Return the blocks in which text stands, outermost first, in the tree's order."""
    found = []

    def walk(element):
        for child in element.children:
            if child.kind in BLOCKS:
                found.append(child)
            else:
                walk(child)

    if inside.tree:
        walk(inside.tree)
    return found


def _place(block):
    """Return page, height and words of a block; None where it paints nothing."""
    leaves = [leaf for leaf in block.leaves if leaf.mark.at]
    if not leaves:
        return None
    page = leaves[0].page
    height = max(leaf.mark.at[1] for leaf in leaves if leaf.page == page)
    return page, height, block.text


def _bookmarks(outline):
    """Return the words of the bookmarks, in order."""
    for each in outline:
        if isinstance(each, list):
            yield from _bookmarks(each)
        else:
            yield each.title


CHECKS = (
    tagged,
    titled,
    marked,
    ordered,
    nested,
    headed,
    described,
    lettered,
    spoken,
    closed,
)

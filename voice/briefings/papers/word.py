"""The parts of a Word document that blocks of a paper are made of."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from voice.briefings.papers.letters import dress, element, is_from_right, speak, turn

INK = RGBColor(0x1D, 0x24, 0x33)
STYLES = {
    "Normal": 11,
    "Heading 1": 24,
    "Heading 2": 18,
    "Heading 3": 14,
    "Heading 4": 12,
    "Caption": 11,
    "Quote": 13,
    "Subtitle": 13,
    "List Bullet": 11,
    "List Number": 11,
    "List Continue": 10,
}


type Run = tuple[str, bool]
type Row = tuple[str, str, Sequence[str]]


class Writer:
    """Writes paragraphs, tables and lists, each in its language and direction."""

    def __init__(self, document: Document, language: str) -> None:
        """Take a document that is empty, and the language of the paper."""
        self.document = document
        self.language = language
        self.bookmarks = 0
        for name, size in STYLES.items():
            style: Any = document.styles[name]
            style.font.size = Pt(size)
            dress(style)
            style.font.color.rgb = INK

    def words(
        self,
        text: str,
        *,
        style: str = "Normal",
        bold: bool = False,
        language: str = "",
    ) -> None:
        """Add a paragraph; nothing where there are no words."""
        if text:
            made = self._paragraph(style, language)
            self._run(made, text, language, bold=bold)

    def named(self, name: str, text: str, language: str = "") -> None:
        """Add a paragraph of a name in our words, and what has that name."""
        made = self._paragraph("Normal", self.language)
        self._run(made, f"{name} ", self.language, bold=True)
        self._run(made, text, language)

    def heading(self, text: str, level: int, language: str = "") -> None:
        """Add a real heading."""
        self.words(text, style=f"Heading {level}", language=language)

    def table(
        self, caption: tuple[str, str], columns: Sequence[str], rows: Sequence[Row]
    ) -> None:
        """Add a table under its caption: the first row and first column are headers.

        A caption is words and their language; a row is its head, the language of that,
        and what is told in it.
        """
        self.words(caption[0], style="Caption", bold=True, language=caption[1])
        made = self.document.add_table(rows=0, cols=len(columns), style="Table Grid")
        for number, (head, language, told) in enumerate(
            [(columns[0], "", columns[1:]), *rows]
        ):
            row = made.add_row()
            about = row._tr.get_or_add_trPr()  # noqa: SLF001
            about.append(element("w:cantSplit"))
            if number == 0:
                about.append(element("w:tblHeader"))
            cells = [(head, language), *((words, "") for words in told)]
            for cell, (words, spoken) in zip(row.cells, cells, strict=True):
                turn(cell.paragraphs[0], self.language)
                self._run(cell.paragraphs[0], words, spoken, bold=number == 0)
        self._describe(made._tbl.tblPr, caption[0])  # noqa: SLF001
        self.document.add_paragraph()

    def numbered(self) -> int:
        """Return a numbering that begins at one."""
        numbering = self.document.part.numbering_part.element
        style: Any = self.document.styles["List Number"]
        shared = style.element.pPr.numPr.numId.val
        abstract = numbering.num_having_numId(shared).abstractNumId.val
        made = numbering.add_num(abstract)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.numId)

    def item(
        self, *runs: Run, numbering: int | None = None, language: str = ""
    ) -> None:
        """Add an item of a list, each run bold or not: with a dot, or with a number."""
        style = "List Bullet" if numbering is None else "List Number"
        made = self._paragraph(style, language)
        for text, bold in runs:
            self._run(made, text, language, bold=bold)
        if numbering is not None:
            numbers = made._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
            numbers.get_or_add_ilvl().val = 0
            numbers.get_or_add_numId().val = numbering

    def bookmark(self, place: str) -> None:
        """Name the paragraph that was added last, so that links lead to it."""
        last = self.document.paragraphs[-1]._p  # noqa: SLF001
        self.bookmarks += 1
        number = str(self.bookmarks)
        last.append(element("w:bookmarkStart", id=number, name=place))
        last.append(element("w:bookmarkEnd", id=number))

    def link(self, text: str, url: str) -> None:
        """Add a paragraph that leads to an address."""
        made = self._paragraph("Normal", self.language)
        related = made.part.relate_to(url, RT.HYPERLINK, is_external=True)
        self._leads(made, text, "r:id", related)

    def leads(self, places: Sequence[tuple[str, str]]) -> None:
        """Add a paragraph of words that each lead to a bookmark of the document."""
        made = self._paragraph("Normal", self.language)
        for number, (text, place) in enumerate(places):
            if number:
                self._run(made, " · ", "")
            self._leads(made, text, "w:anchor", place)

    def _leads(self, made: Paragraph, text: str, kind: str, where: str) -> None:
        """Add words that lead somewhere to a paragraph."""
        self._run(made, text, "")
        run = made.runs[-1]
        run.font.underline = True
        around = element("w:hyperlink")
        around.set(qn(kind), where)
        around.append(run._r)  # noqa: SLF001
        made._p.append(around)  # noqa: SLF001

    def _paragraph(self, style: str, language: str) -> Paragraph:
        """Add an empty paragraph that runs the way of its language."""
        made = self.document.add_paragraph(style=style)
        turn(made, language or self.language)
        return made

    def _run(
        self, made: Paragraph, text: str, language: str, *, bold: bool = False
    ) -> None:
        """Put words into a paragraph, and say their language."""
        run = made.add_run(text)
        run.bold = run.font.cs_bold = bold or None
        speak(run, language or self.language)

    def _describe(self, about: Any, caption: str) -> None:
        """Say of a table what heads it, what it is called, and which way it runs."""
        look = about.find(qn("w:tblLook"))
        if look is not None:
            about.remove(look)
        if is_from_right(self.language):
            about.insert_element_before(
                element("w:bidiVisual"), "w:tblW", "w:jc", "w:tblBorders", "w:tblLayout"
            )
        about.append(element("w:tblLook", val="00A0", firstRow="1", firstColumn="1"))
        about.append(element("w:tblCaption", val=caption))

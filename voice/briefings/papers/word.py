"""The parts of a Word document that blocks of a paper are made of."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from voice.briefings.papers.letters import dress, element, is_from_right, speak

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


class Writer:
    """Writes paragraphs, tables and lists, each in its language and direction."""

    def __init__(self, document: Document, language: str) -> None:
        """Take a document that is empty, and the language of the paper."""
        self.document = document
        self.language = language
        for name, size in STYLES.items():
            style: Any = document.styles[name]
            style.font.size = Pt(size)
            dress(style)
            style.font.color.rgb = INK

    def paragraph(
        self, *runs: tuple[str, bool], style: str = "Normal", language: str = ""
    ) -> Paragraph:
        """Add a paragraph of runs, each with its words and whether it is bold."""
        made = self.document.add_paragraph(style=style)
        self._fill(made, runs, language)
        return made

    def heading(self, words: str, level: int, language: str = "") -> None:
        """Add a real heading."""
        self.paragraph((words, True), style=f"Heading {level}", language=language)

    def table(
        self,
        caption: str,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        language: str = "",
    ) -> None:
        """Add a table under its caption: the first row and first column are headers."""
        self.paragraph((caption, True), style="Caption", language=language)
        made = self.document.add_table(rows=0, cols=len(columns), style="Table Grid")
        for number, words in enumerate([columns, *rows]):
            row = made.add_row()
            if number == 0:
                row._tr.get_or_add_trPr().append(element("w:tblHeader"))  # noqa: SLF001
            row._tr.get_or_add_trPr().insert(0, element("w:cantSplit"))  # noqa: SLF001
            for place, (cell, said) in enumerate(zip(row.cells, words, strict=True)):
                head = number == 0 or place == 0
                self._fill(cell.paragraphs[0], [(said, head)], language)
        self._describe(made._tbl.tblPr, caption, language)  # noqa: SLF001
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
        self, *runs: tuple[str, bool], numbering: int | None, language: str = ""
    ) -> None:
        """Add an item of a list: with a dot, or numbered by `numbering`."""
        style = "List Bullet" if numbering is None else "List Number"
        made = self.paragraph(*runs, style=style, language=language)
        if numbering is not None:
            numbers = made._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
            numbers.get_or_add_ilvl().val = 0
            numbers.get_or_add_numId().val = numbering

    def _fill(
        self, made: Paragraph, runs: Sequence[tuple[str, bool]], language: str
    ) -> None:
        """Put words into a paragraph, and say their language."""
        for words, bold in runs:
            run = made.add_run(words)
            run.bold = run.font.cs_bold = bold or None
        speak(made, language or self.language)

    def _describe(self, about: Any, caption: str, language: str) -> None:
        """Say of a table what heads it, what it is called, and which way it runs."""
        look = about.find(qn("w:tblLook"))
        if look is not None:
            about.remove(look)
        if is_from_right(language or self.language):
            about.insert_element_before(
                element("w:bidiVisual"), "w:tblW", "w:jc", "w:tblBorders", "w:tblLayout"
            )
        about.append(element("w:tblLook", val="00A0", firstRow="1", firstColumn="1"))
        about.append(element("w:tblCaption", val=caption))

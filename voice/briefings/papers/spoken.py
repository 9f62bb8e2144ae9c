"""Lets a PDF say its text as it was written, in the language it was written in.

WeasyPrint 70 maps each glyph back to letters by itself. In Nastaliq several letters
share a glyph and dots stand apart, so what a screen reader or a copy then gets is not
what was written; and glyphs of a line that runs from the right stand in the order they are
seen. Each such run of text therefore carries the text itself (ActualText, ISO 32000-1
14.9.4), and every run its language (14.9.2). Running heads and page numbers are marked
as artifacts, which PDF/UA asks for (ISO 14289-1 7.8).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pydyf
import weasyprint.pdf
from weasyprint.pdf.stream import Stream

# From Hebrew to the scripts of India and beyond: letters that change with neighbours.
FIRST_SHAPED, LAST_SHAPED = "\u0590", "\u1cff"


class SpokenStream(Stream):
    """A page's content in which each run says its language, and its text if need be."""

    @contextmanager
    def marked(self, box: Any, tag: str) -> Iterator[None]:
        """Mark the content of one box; what no element holds stands in a margin."""
        if self._tags is None:
            yield
            return
        mcid = len(self._tags)
        self._tags[box] = {"tag": tag, "mcid": mcid}
        if box.element is None:
            self.begin_marked_content("Artifact")
        else:
            self.begin_marked_content(tag, properties(box, mcid))
        try:
            yield
        finally:
            self.end_marked_content()


def properties(box: Any, mcid: int) -> pydyf.Dictionary:
    """Return what is said of a run: its number, its language, its text if need be."""
    said = pydyf.Dictionary({"MCID": mcid})
    if language := box.style["lang"]:
        said["Lang"] = pydyf.String(language)
    text = getattr(box, "text", "")
    if text and (is_shaped(text) or box.style["direction"] == "rtl"):
        said["ActualText"] = pydyf.String(text)
    return said


def is_shaped(text: str) -> bool:
    """Say whether glyphs of `text` do not each stand for letters of their own."""
    return any(FIRST_SHAPED <= letter <= LAST_SHAPED for letter in text)


def teach() -> None:
    """Have WeasyPrint write its pages with SpokenStream; the version is pinned."""
    weasyprint.pdf.Stream = SpokenStream

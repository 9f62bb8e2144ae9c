"""What the worker says: paragraphs, and a sentence in easy read."""

import re

from voice.briefings.logic.paper import Block, Text
from voice.briefings.models import BriefingSection
from voice.council.enums import EasyPicture

PARAGRAPHS = re.compile(r"\n\s*\n")


def commentary_blocks(
    section: BriefingSection, *, source: int | None = None
) -> list[Block]:
    """Return the commentary, a block for each paragraph.

    `source` is the one release that the section is made from, where it is one.
    """
    words = section.commentary.replace("\r\n", "\n").strip()
    return [
        _said(" ".join(part.split()), source)
        for part in PARAGRAPHS.split(words)
        if part.strip()
    ]


def _said(words: str, source: int | None) -> Text:
    """Return one paragraph of ours, with the source of its figures."""
    block: Text = {"kind": "text", "text": words, "ours": True}
    if source is not None:
        block["source"] = source
    return block


def easy_blocks(section: BriefingSection) -> list[Block]:
    """Return the easy-read sentence with its picture, where one was written."""
    if not section.easy_words:
        return []
    picture = EasyPicture(section.easy_picture)
    return [
        {
            "kind": "easy",
            "picture": picture.value,
            "alternative": str(picture.label),
            "text": section.easy_words,
        }
    ]

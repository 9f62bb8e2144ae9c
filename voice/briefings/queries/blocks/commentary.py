"""What the worker says: paragraphs, and a sentence in easy read."""

import re
from collections.abc import Sequence

from voice.briefings.logic.paper import Block, Text
from voice.briefings.models import BriefingSection
from voice.council.enums import EasyPicture

PARAGRAPHS = re.compile(r"\n\s*\n")


def commentary_blocks(
    section: BriefingSection, *, sources: Sequence[int] = ()
) -> list[Block]:
    """Return the commentary, a block for each paragraph.

    `sources` number the releases that the section is made from.
    """
    words = section.commentary.replace("\r\n", "\n").strip()
    return [
        from_sources(
            {"kind": "text", "text": " ".join(part.split()), "ours": True}, sources
        )
        for part in PARAGRAPHS.split(words)
        if part.strip()
    ]


def from_sources(block: Text, sources: Sequence[int]) -> Text:
    """Return a paragraph that names these sources, and no other."""
    plain: Text = {"kind": "text", "text": block["text"], "ours": True}
    if len(sources) == 1:
        return plain | {"source": sources[0]}
    return plain | {"sources": list(sources)} if sources else plain


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

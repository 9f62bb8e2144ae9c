"""What the worker says: paragraphs, and a sentence in easy read."""

import re

from voice.briefings.logic.paper import Block
from voice.briefings.models import BriefingSection
from voice.council.enums import EasyPicture

PARAGRAPHS = re.compile(r"\n\s*\n")


def commentary_blocks(section: BriefingSection) -> list[Block]:
    """Return the commentary, a block for each paragraph."""
    words = section.commentary.replace("\r\n", "\n").strip()
    return [
        {"kind": "text", "text": " ".join(part.split()), "ours": True}
        for part in PARAGRAPHS.split(words)
        if part.strip()
    ]


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

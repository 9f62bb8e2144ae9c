"""One question inspectors ask, its blocks, and what is missing from the answer."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import ngettext

from voice.briefings.logic.paper import Block, Heading, Item, Listing, Note, Text


@dataclass(slots=True)
class Section:
    """One section of a pack: its title, what it says, and sentences of what is missing."""

    title: str
    blocks: list[Block] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def whole(self) -> list[Block]:
        """Return the heading, the blocks, and what is missing."""
        gaps = [note(sentence) for sentence in self.missing]
        return [heading(self.title, 2), *self.blocks, *gaps]


def heading(text: str, level: int = 3) -> Heading:
    """Return a heading within a section, or of one (2)."""
    return {"kind": "heading", "level": level, "text": text}


def words(text: str, *, source: int = 0) -> Text:
    """Return a paragraph; `source` numbers the release it was written from."""
    block: Text = {"kind": "text", "text": text}
    if source:
        block["source"] = source
    return block


def note(text: str) -> Note:
    """Return something to take care with."""
    return {"kind": "note", "tone": "careful", "text": text}


def item(text: str, *, status: object = "", detail: str = "") -> Item:
    """Return one thing of a list: what it is, how it stands, and more about it."""
    return {"text": text, "status": str(status), "detail": detail}


def listing(items: Iterable[Item]) -> list[Block]:
    """Return a list of these, or nothing when there are none."""
    found = list(items)
    block: Listing = {"kind": "list", "ordered": False, "items": found}
    return [block] if found else []


def days_late(days: int) -> str:
    """Return “20 days late”."""
    return ngettext("%(days)s day late", "%(days)s days late", days) % {"days": days}


def joined(*parts: str) -> str:
    """Return what there is of `parts`, with a dot between."""
    return " · ".join(part for part in parts if part)

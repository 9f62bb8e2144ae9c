"""A paper as a document of its own, which WeasyPrint sets; words are escaped text."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import translation

from voice.briefings.logic.paper import Block, Heading, Paper, blocks_for
from voice.briefings.papers.styles import Style
from voice.inputs import direction_of

# A list of contents helps from this many sections on.
CONTENTS_FROM = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A block, and for a section's heading the name that the contents link to."""

    block: Block
    anchor: str


def html_of(paper: Paper, *, style: Style | str = Style.STANDARD) -> str:
    """Return the whole HTML of a paper in a version, in the paper's own language."""
    chosen = Style(style)
    parts = _parts(blocks_for(paper, easy=chosen is Style.EASY))
    sections = [part for part in parts if part.anchor]
    context = {
        "paper": paper,
        "direction": direction_of(paper["language"]),
        "style": chosen,
        "parts": parts,
        "contents": sections if len(sections) >= CONTENTS_FROM else [],
    }
    with translation.override(paper["language"]):
        return render_to_string("briefings/papers/document.html", context)


def _parts(blocks: list[Block]) -> list[Part]:
    """Return the blocks with anchors for the headings of sections."""
    return [
        Part(block, f"section-{place}" if _is_section(block) else "")
        for place, block in enumerate(blocks, start=1)
    ]


def _is_section(block: Block | Heading) -> bool:
    """Say whether a block is the heading of a section."""
    return block["kind"] == "heading" and block["level"] == 2

"""Makes the blocks of a section, a file for each thing they tell of."""

from collections.abc import Callable

from surveys.audience_words import told_apart
from voice.briefings.enums import SectionKind
from voice.briefings.logic.paper import Block
from voice.briefings.models import BriefingSection
from voice.briefings.queries.blocks.commentary import commentary_blocks, easy_blocks
from voice.briefings.queries.blocks.decisions import decisions_blocks
from voice.briefings.queries.blocks.key_theme import key_theme_blocks, key_theme_title
from voice.briefings.queries.blocks.measures import measures_blocks
from voice.briefings.queries.blocks.promises import promises_blocks
from voice.briefings.queries.blocks.quotes import quotes_blocks
from voice.briefings.queries.blocks.reach import reach_blocks
from voice.briefings.queries.blocks.results import results_blocks
from voice.briefings.queries.composing import Composing
from voice.releases.logic.tables import audience_told
from voice.releases.models import Release

Builder = Callable[[BriefingSection, Composing], list[Block]]

BUILDERS: dict[SectionKind, Builder] = {
    SectionKind.COMMENTARY: lambda _section, _composing: [],
    SectionKind.KEY_THEME: key_theme_blocks,
    SectionKind.RESULTS: results_blocks,
    SectionKind.QUOTES: quotes_blocks,
    SectionKind.REACH: reach_blocks,
    SectionKind.PROMISES: promises_blocks,
    SectionKind.DECISIONS: decisions_blocks,
    SectionKind.MEASURES: measures_blocks,
}


def section_blocks(section: BriefingSection, composing: Composing) -> list[Block]:
    """Return a section's blocks: heading, easy read, what we say, what it is made from."""
    made = BUILDERS[SectionKind(section.kind)](section, composing)
    named = {source for block in made if isinstance(source := block.get("source"), int)}
    return [
        *heading_blocks(section),
        *apart_blocks(section.release),
        *easy_blocks(section),
        *commentary_blocks(section, sources=sorted(named)),
        *made,
    ]


def apart_blocks(release: Release | None) -> list[Block]:
    """Return that a release tells what adults said; nothing of young people's."""
    said = told_apart(audience_told(release.tables)) if release else ""
    return [{"kind": "note", "tone": "careful", "text": said}] if said else []


def heading_blocks(section: BriefingSection) -> list[Block]:
    """Return a section's heading; none for our own words without one."""
    text = heading_of(section)
    return [{"kind": "heading", "level": 2, "text": text}] if text else []


def heading_of(section: BriefingSection) -> str:
    """Return what a section is headed by: its own heading, or what is usual."""
    if section.heading:
        return section.heading
    if section.kind == SectionKind.COMMENTARY:
        return ""
    if section.kind == SectionKind.KEY_THEME and section.key_theme is not None:
        return key_theme_title(section.key_theme)
    return str(SectionKind(section.kind).label)

"""A briefing as its paper would be if it were approved now."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from voice.briefings.enums import SectionKind
from voice.briefings.logic.paper import Block, Paper, paper_of, sources_named
from voice.briefings.logic.standing_on import stands_on
from voice.briefings.models import Briefing, BriefingSection
from voice.briefings.queries.blocks import section_blocks
from voice.briefings.queries.blocks.commentary import from_sources
from voice.briefings.queries.composing import Composing, day
from voice.council.models import Council
from voice.releases.models import Release

DATED = frozenset(
    {
        SectionKind.KEY_THEME,
        SectionKind.PROMISES,
        SectionKind.MEASURES,
        SectionKind.DECISIONS,
    }
)


@dataclass(frozen=True, slots=True)
class Composed:
    """A paper and the releases it stands on."""

    paper: Paper
    releases: list[Release]


def sections_of(briefing: Briefing) -> list[BriefingSection]:
    """Return a briefing's sections in order, with what they are made from; two queries."""
    releases = Release.objects.select_related(
        "survey__consultation", "recall"
    ).prefetch_related("quotes")
    return list(
        briefing.sections.select_related(
            "key_theme__statement", "briefing__statement"
        ).prefetch_related(Prefetch("release", queryset=releases))
    )


def composed(briefing: Briefing) -> Composed:
    """Return the paper of a briefing as it stands today, in its language."""
    today = timezone.localdate()
    with translation.override(briefing.language):
        composing = Composing(language=briefing.language, on=today)
        sections = sections_of(briefing)
        blocks: list[Block] = []
        for section in sections:
            blocks += section_blocks(section, composing)
        if DATED & {section.kind for section in sections}:
            said = _("Actions, promises and decisions are told as of %(day)s.")
            note: Block = {
                "kind": "note",
                "tone": "plain",
                "text": said % {"day": day(today)},
            }
            blocks.append(note)
        paper = paper_of(
            title=briefing.title,
            subtitle=_subtitle(briefing),
            organisation=(Council.objects.first() or Council()).name,
            date=briefing.meeting_on.isoformat(),
            language=briefing.language,
            blocks=[_from(block, composing) for block in blocks],
            sources=composing.sources(),
        )
    return Composed(paper, list(composing.releases.values()))


def _from(block: Block, composing: Composing) -> Block:
    """Return a block; where it is our words, with every release they stand on."""
    if block["kind"] != "text" or not block.get("ours"):
        return block
    own = sources_named(block)
    return from_sources(
        block, stands_on(block["text"], own=own, numbers=composing.numbers())
    )


def _subtitle(briefing: Briefing) -> str:
    """Return for whom it is and for which day; which version, after the first."""
    said = {"audience": briefing.audience, "day": day(briefing.meeting_on)}
    if briefing.version == 1:
        return _("For: %(audience)s, %(day)s") % said
    return _("For: %(audience)s, %(day)s (version %(version)s)") % (
        said | {"version": briefing.version}
    )

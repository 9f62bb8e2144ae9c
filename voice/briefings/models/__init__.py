"""What the board's room keeps: meetings, what they agreed, papers, packs for inspectors."""

from voice.briefings.models.briefing import Briefing, BriefingIsIssued
from voice.briefings.models.clocks_kept import ClocksAreCounted, ClocksKept
from voice.briefings.models.decision import Decision
from voice.briefings.models.headline import Headline, HeadlineIsAgreed
from voice.briefings.models.meeting import Meeting
from voice.briefings.models.opening import BriefingOpening
from voice.briefings.models.pack import Pack, PackIsFrozen
from voice.briefings.models.paper_file import PaperFile
from voice.briefings.models.proposed_headline import ProposedHeadline
from voice.briefings.models.publication import Publication
from voice.briefings.models.section import BriefingSection, NotBeingWritten

__all__ = [
    "Briefing",
    "BriefingIsIssued",
    "BriefingOpening",
    "BriefingSection",
    "ClocksAreCounted",
    "ClocksKept",
    "Decision",
    "Headline",
    "HeadlineIsAgreed",
    "Meeting",
    "NotBeingWritten",
    "Pack",
    "PackIsFrozen",
    "PaperFile",
    "ProposedHeadline",
    "Publication",
]

"""Papers for the board, and who opened them."""

from voice.briefings.models.briefing import Briefing, BriefingIsIssued
from voice.briefings.models.opening import BriefingOpening
from voice.briefings.models.section import BriefingSection, NotBeingWritten

__all__ = [
    "Briefing",
    "BriefingIsIssued",
    "BriefingOpening",
    "BriefingSection",
    "NotBeingWritten",
]

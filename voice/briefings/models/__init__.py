"""What the board's room keeps: its meetings, what they agreed, papers and who opened them."""

from voice.briefings.models.briefing import Briefing, BriefingIsIssued
from voice.briefings.models.decision import Decision
from voice.briefings.models.headline import Headline, HeadlineIsAgreed
from voice.briefings.models.meeting import Meeting
from voice.briefings.models.opening import BriefingOpening
from voice.briefings.models.section import BriefingSection, NotBeingWritten

__all__ = [
    "Briefing",
    "BriefingIsIssued",
    "BriefingOpening",
    "BriefingSection",
    "Decision",
    "Headline",
    "HeadlineIsAgreed",
    "Meeting",
    "NotBeingWritten",
]

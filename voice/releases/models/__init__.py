"""Releases, what travels in them and became of them, and rounds from before them."""

from voice.releases.models.attempt import Attempt
from voice.releases.models.departure import Departure
from voice.releases.models.earlier_round import EarlierRound
from voice.releases.models.export import Export, ExportPart
from voice.releases.models.quote import Quote
from voice.releases.models.recall import Recall
from voice.releases.models.release import Release
from voice.releases.models.roll import Roll
from voice.releases.models.signature import Signature

__all__ = [
    "Attempt",
    "Departure",
    "EarlierRound",
    "Export",
    "ExportPart",
    "Quote",
    "Recall",
    "Release",
    "Roll",
    "Signature",
]

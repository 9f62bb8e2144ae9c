"""Releases, their signatures and quotes, and rounds from before them."""

from voice.releases.models.attempt import Attempt
from voice.releases.models.earlier_round import EarlierRound
from voice.releases.models.quote import Quote
from voice.releases.models.release import Release
from voice.releases.models.roll import Roll
from voice.releases.models.signature import Signature

__all__ = ["Attempt", "EarlierRound", "Quote", "Release", "Roll", "Signature"]

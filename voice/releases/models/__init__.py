"""Releases, their signatures and the quotes that travel in them."""

from voice.releases.models.quote import Quote
from voice.releases.models.release import Release
from voice.releases.models.roll import Roll
from voice.releases.models.signature import Signature

__all__ = ["Quote", "Release", "Roll", "Signature"]

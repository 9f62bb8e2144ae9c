"""The audit's rows; only voice.audit touches them."""

from voice.audit.models.append_only import AppendOnly
from voice.audit.models.entry import Entry
from voice.audit.models.seal import Seal

__all__ = ["AppendOnly", "Entry", "Seal"]

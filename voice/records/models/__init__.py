"""What went wrong, and the council's own words about why it may hold what it holds."""

from voice.records.models.breach import Breach
from voice.records.models.data_protection import DataProtection

__all__ = ["Breach", "DataProtection"]

"""The organisation's own facts, and the keys of what children write."""

from voice.council.models.council import Council
from voice.council.models.data_key import DataKey
from voice.council.models.duty_hours import DutyHours
from voice.council.models.help_line import HelpLine
from voice.council.models.holiday import Holiday

__all__ = ["Council", "DataKey", "DutyHours", "HelpLine", "Holiday"]

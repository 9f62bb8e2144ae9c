"""The organisation's own facts, its duty rota and alarms, and the keys of what children write."""

from voice.council.models.absence import Absence
from voice.council.models.age_band import AgeBand
from voice.council.models.alarm import Alarm
from voice.council.models.council import Council
from voice.council.models.data_key import DataKey
from voice.council.models.delivery import Delivery
from voice.council.models.duty_hours import DutyHours
from voice.council.models.duty_shift import DutyShift
from voice.council.models.hand_over import HandOver
from voice.council.models.heartbeat import Heartbeat
from voice.council.models.help_line import HelpLine
from voice.council.models.holiday import Holiday
from voice.council.models.key_rotation import KeyRotation

__all__ = [
    "Absence",
    "AgeBand",
    "Alarm",
    "Council",
    "DataKey",
    "Delivery",
    "DutyHours",
    "DutyShift",
    "HandOver",
    "Heartbeat",
    "HelpLine",
    "Holiday",
    "KeyRotation",
]

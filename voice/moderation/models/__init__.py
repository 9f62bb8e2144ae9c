"""What became of each comment, who decided it, and what was passed on."""

from voice.moderation.models.concern import Concern
from voice.moderation.models.concern_note import ConcernNote
from voice.moderation.models.concern_recording import ConcernRecording
from voice.moderation.models.contact_attempt import ContactAttempt
from voice.moderation.models.contact_details import ContactDetails
from voice.moderation.models.decision import Decision
from voice.moderation.models.legal_hold import LegalHold
from voice.moderation.models.note import Note
from voice.moderation.models.opening import Opening
from voice.moderation.models.practical_request import PracticalRequest
from voice.moderation.models.reading import Reading
from voice.moderation.models.screening_list import ScreeningList
from voice.moderation.models.second_reading import SecondReading
from voice.moderation.models.thanks import Thanks
from voice.moderation.models.transcript import Transcript
from voice.moderation.models.translation import Translation
from voice.moderation.models.wall import Wall
from voice.moderation.models.worry_wall import WorryWall

__all__ = [
    "Concern",
    "ConcernNote",
    "ConcernRecording",
    "ContactAttempt",
    "ContactDetails",
    "Decision",
    "LegalHold",
    "Note",
    "Opening",
    "PracticalRequest",
    "Reading",
    "ScreeningList",
    "SecondReading",
    "Thanks",
    "Transcript",
    "Translation",
    "Wall",
    "WorryWall",
]

"""The Statement of Action, and the evidence from children under it."""

from voice.statement.models.action import Action
from voice.statement.models.action_change import ActionChange
from voice.statement.models.action_note import ActionNote
from voice.statement.models.area import Area
from voice.statement.models.challenge_answer import ChallengeAnswer
from voice.statement.models.evidence import Evidence
from voice.statement.models.evidence_file import EvidenceFile
from voice.statement.models.evidence_set_aside import EvidenceSetAside
from voice.statement.models.key_theme import KeyTheme
from voice.statement.models.measure import Measure
from voice.statement.models.measure_reading import MeasureReading
from voice.statement.models.statement import Statement
from voice.statement.models.statement_version import StatementVersion
from voice.statement.models.task_group import TaskGroup
from voice.statement.models.theme_link import ThemeLink
from voice.statement.models.update_reminder import UpdateReminder

__all__ = [
    "Action",
    "ActionChange",
    "ActionNote",
    "Area",
    "ChallengeAnswer",
    "Evidence",
    "EvidenceFile",
    "EvidenceSetAside",
    "KeyTheme",
    "Measure",
    "MeasureReading",
    "Statement",
    "StatementVersion",
    "TaskGroup",
    "ThemeLink",
    "UpdateReminder",
]

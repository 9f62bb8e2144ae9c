"""What is asked, of whom, and what they answered."""

from surveys.drafting.survey import Survey
from surveys.models.archived_survey import ArchivedSurvey
from surveys.models.asked_group import AskedGroup
from surveys.models.code_batch import CodeBatch
from surveys.models.code_tries import CodeTries
from surveys.models.comment import Comment
from surveys.models.consultation import Consultation
from surveys.models.consultation_wording import ConsultationWording
from surveys.models.count_sheet import CountSheet
from surveys.models.draft_recording import DraftRecording
from surveys.models.edition import Edition
from surveys.models.erasure import Erasure
from surveys.models.group_session import GroupSession
from surveys.models.interface_approval import InterfaceApproval
from surveys.models.invitation import Invitation
from surveys.models.invitation_code import InvitationCode
from surveys.models.jargon_list import JargonList
from surveys.models.language_approval import LanguageApproval
from surveys.models.medium import Medium
from surveys.models.paper_sheet import PaperSheet
from surveys.models.paper_slip import PaperSlip
from surveys.models.planned_session import PlannedSession
from surveys.models.question import Question
from surveys.models.reading_allowance import ReadingAllowance
from surveys.models.recording import Recording
from surveys.models.response import Response
from surveys.models.retention_run import RetentionRun
from surveys.models.safety_approval import SafetyApproval
from surveys.models.schedule_refusal import ScheduleRefusal
from surveys.models.session_move import SessionMove
from surveys.models.session_note import SessionNote
from surveys.models.set_aside_rule import SetAside, SetAsideRule, SetAsideRun
from surveys.models.spent_receipt import SpentReceipt
from surveys.models.survey_member import SurveyMember
from surveys.models.text_pause import TextPause
from surveys.models.wording import Wording

__all__ = [
    "ArchivedSurvey",
    "AskedGroup",
    "CodeBatch",
    "CodeTries",
    "Comment",
    "Consultation",
    "ConsultationWording",
    "CountSheet",
    "DraftRecording",
    "Edition",
    "Erasure",
    "GroupSession",
    "InterfaceApproval",
    "Invitation",
    "InvitationCode",
    "JargonList",
    "LanguageApproval",
    "Medium",
    "PaperSheet",
    "PaperSlip",
    "PlannedSession",
    "Question",
    "ReadingAllowance",
    "Recording",
    "Response",
    "RetentionRun",
    "SafetyApproval",
    "ScheduleRefusal",
    "SessionMove",
    "SessionNote",
    "SetAside",
    "SetAsideRule",
    "SetAsideRun",
    "SpentReceipt",
    "Survey",
    "SurveyMember",
    "TextPause",
    "Wording",
]

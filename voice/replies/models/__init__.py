"""What we say back to young people, what we promise them, and what they say of it."""

from voice.replies.models.correction import Correction
from voice.replies.models.easy_row import EasyRow
from voice.replies.models.promise import Promise
from voice.replies.models.promise_note import PromiseNote
from voice.replies.models.promise_reminder import PromiseReminder
from voice.replies.models.promise_survey import PromiseSurvey
from voice.replies.models.promise_wording import PromiseWording
from voice.replies.models.reply import Reply
from voice.replies.models.reply_wording import ReplyWording
from voice.replies.models.theme_answer import ThemeAnswer
from voice.replies.models.verdict import Verdict

__all__ = [
    "Correction",
    "EasyRow",
    "Promise",
    "PromiseNote",
    "PromiseReminder",
    "PromiseSurvey",
    "PromiseWording",
    "Reply",
    "ReplyWording",
    "ThemeAnswer",
    "Verdict",
]

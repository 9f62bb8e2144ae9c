"""Reads about replying: where consultations are, what is late, what was asked how."""

from voice.replies.queries.answered import answered_about
from voice.replies.queries.changed import (
    Changed,
    changed_lately,
    standings_of,
    what_changed,
)
from voice.replies.queries.consultations import (
    Standing,
    consultation_state,
    overdue_standings,
    standing_of,
    standings,
)
from voice.replies.queries.desk import DeskRow, replies_at_the_desk
from voice.replies.queries.evidence import Evidence, evidence_for
from voice.replies.queries.kept_by import promises_kept_by
from voice.replies.queries.promises import promises_with_words
from voice.replies.queries.reading import read_reply
from voice.replies.queries.replies import (
    bands_to_answer,
    language_name,
    languages_to_answer,
    published_replies,
    reply_to,
)
from voice.replies.queries.told import (
    ConsultationTold,
    PromiseTold,
    ReplyTold,
    recalled_told,
    tell_consultation,
    tell_reply,
)

__all__ = [
    "Changed",
    "ConsultationTold",
    "DeskRow",
    "Evidence",
    "PromiseTold",
    "ReplyTold",
    "Standing",
    "answered_about",
    "bands_to_answer",
    "changed_lately",
    "consultation_state",
    "evidence_for",
    "language_name",
    "languages_to_answer",
    "overdue_standings",
    "promises_kept_by",
    "promises_with_words",
    "published_replies",
    "read_reply",
    "recalled_told",
    "replies_at_the_desk",
    "reply_to",
    "standing_of",
    "standings",
    "standings_of",
    "tell_consultation",
    "tell_reply",
    "what_changed",
]

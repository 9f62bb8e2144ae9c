"""What we say back to young people, and what we promise them."""

from voice.replies.models.promise import Promise
from voice.replies.models.promise_wording import PromiseWording
from voice.replies.models.reply import Reply
from voice.replies.models.reply_wording import ReplyWording

__all__ = ["Promise", "PromiseWording", "Reply", "ReplyWording"]

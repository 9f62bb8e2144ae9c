"""Whether young people were answered; told to whoever answered us."""

from surveys.models import Consultation
from surveys.travelled import Travelled
from voice.replies.models import Reply


def how_far_answered(consultation: Consultation) -> Travelled:
    """Return whether our reply is out, or is being written now."""
    reply = Reply.objects.filter(consultation=consultation).first()
    if reply is None:
        return Travelled.LATER
    return Travelled.DONE if reply.published_at else Travelled.NOW

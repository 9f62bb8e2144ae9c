"""How far a consultation is read; told to whoever answered it."""

from django.utils import timezone

from surveys.models import Consultation
from surveys.travelled import Travelled
from voice.moderation.enums import ReadingState
from voice.moderation.models import Reading


def how_far_read(consultation: Consultation) -> Travelled:
    """Return whether all that came was read; never done while more can come."""
    waiting = Reading.objects.filter(
        comment__survey__consultation=consultation, state=ReadingState.WAITING
    )
    if consultation.closes_on >= timezone.localdate() or waiting.exists():
        return Travelled.NOW
    return Travelled.DONE

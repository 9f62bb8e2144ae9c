"""How far a consultation has come in being understood."""

from surveys.models import Consultation
from surveys.travelled import Travelled
from voice.themes.models import Tag


def how_far_understood(consultation: Consultation) -> Travelled:
    """Return whether people have begun to say which themes were heard."""
    tags = Tag.objects.filter(comment__survey__consultation=consultation)
    return Travelled.NOW if tags.exists() else Travelled.LATER

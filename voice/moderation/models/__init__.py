"""What became of each comment, who decided it, and what was passed on."""

from voice.moderation.models.concern import Concern
from voice.moderation.models.decision import Decision
from voice.moderation.models.opening import Opening
from voice.moderation.models.reading import Reading

__all__ = ["Concern", "Decision", "Opening", "Reading"]

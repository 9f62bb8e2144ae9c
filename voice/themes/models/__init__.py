"""The codebook, and what people tagged with it."""

from voice.themes.models.codebook import Codebook
from voice.themes.models.tag import Tag
from voice.themes.models.theme import Theme

__all__ = ["Codebook", "Tag", "Theme"]

"""What people fill in about codebooks, themes and tags."""

from voice.themes.forms.codebook import CodebookForm
from voice.themes.forms.tag import TagForm
from voice.themes.forms.theme import ThemeForm

__all__ = ["CodebookForm", "TagForm", "ThemeForm"]

"""What the board reads: made of evidence, actions and promises, and nothing live."""

from voice.briefings.queries.front import Front, front_page
from voice.briefings.queries.theme_page import ThemePage, theme_page

__all__ = ["Front", "ThemePage", "front_page", "theme_page"]

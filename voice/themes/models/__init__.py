"""The codebook, what people tagged with it, and what the machine proposes."""

from voice.themes.models.basket_quote import BasketQuote
from voice.themes.models.codebook import Codebook
from voice.themes.models.comment_vector import CommentVector
from voice.themes.models.double_coding import BlindCoding, DoubleCoding, SampledComment
from voice.themes.models.memo import CommentMemo, ThemeMemo
from voice.themes.models.suggestion import Suggestion, Training
from voice.themes.models.tag import Tag
from voice.themes.models.theme import Theme
from voice.themes.models.theme_change import ThemeChange

__all__ = [
    "BasketQuote",
    "BlindCoding",
    "Codebook",
    "CommentMemo",
    "CommentVector",
    "DoubleCoding",
    "SampledComment",
    "Suggestion",
    "Tag",
    "Theme",
    "ThemeChange",
    "ThemeMemo",
    "Training",
]

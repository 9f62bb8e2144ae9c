"""What people fill in about codebooks, themes and tags."""

from voice.themes.forms.agreement import DoubleCodingForm, HeardForm
from voice.themes.forms.codebook import CodebookForm
from voice.themes.forms.comment_memo import CommentMemoForm
from voice.themes.forms.group import GroupThemeForm
from voice.themes.forms.tag import PassageForm, TagForm
from voice.themes.forms.theme import (
    MergeThemeForm,
    MoveThemeForm,
    NewThemeForm,
    SplitThemeForm,
    ThemeForm,
    ThemeMemoForm,
)

__all__ = [
    "CodebookForm",
    "CommentMemoForm",
    "DoubleCodingForm",
    "GroupThemeForm",
    "HeardForm",
    "MergeThemeForm",
    "MoveThemeForm",
    "NewThemeForm",
    "PassageForm",
    "SplitThemeForm",
    "TagForm",
    "ThemeForm",
    "ThemeMemoForm",
]

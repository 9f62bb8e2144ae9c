"""Groups of young editors, what they were shown, and what they said."""

from voice.young_editors.models.editors_answer import EditorsAnswer
from voice.young_editors.models.editors_comment import EditorsComment
from voice.young_editors.models.editors_group import EditorsGroup
from voice.young_editors.models.editors_invitation import EditorsInvitation
from voice.young_editors.models.shown_words import ShownWords
from voice.young_editors.models.without_yes import WithoutYes

__all__ = [
    "EditorsAnswer",
    "EditorsComment",
    "EditorsGroup",
    "EditorsInvitation",
    "ShownWords",
    "WithoutYes",
]

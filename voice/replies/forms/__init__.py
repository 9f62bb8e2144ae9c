"""What a worker types when replying."""

from voice.replies.forms.easy_read import EasyRowForm, easy_rows
from voice.replies.forms.promises import (
    AskBackForm,
    NoteForm,
    PromiseForm,
    StandingForm,
)
from voice.replies.forms.words import (
    CorrectionForm,
    ReleaseForm,
    ThemesForm,
    WordingForm,
)

__all__ = [
    "AskBackForm",
    "CorrectionForm",
    "EasyRowForm",
    "NoteForm",
    "PromiseForm",
    "ReleaseForm",
    "StandingForm",
    "ThemesForm",
    "WordingForm",
    "easy_rows",
]

"""What readers write beside a comment: a transcript, notes, a translation, thanks."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.logic.answers import LONGEST_TEXT
from voice.accounts.enums import ReadingLanguage
from voice.council.enums import BASE_LANGUAGE
from voice.moderation.enums import HintKind, PutBackReason
from voice.moderation.forms.decisions import VersionForm
from voice.moderation.logic.others import Piece

LONGEST_NOTE = 2_000
FOREIGN = [
    (language.value, language.label)
    for language in ReadingLanguage
    if language != BASE_LANGUAGE
]


class TranscriptForm(VersionForm):
    """What a voice says, or a drawing shows."""

    words = forms.CharField(
        label=_("What is said or drawn"),
        help_text=_(
            "Word for word, as they say it; of a drawing, what is to be seen. "
            "Only your words travel on, never the recording."
        ),
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
        max_length=LONGEST_TEXT,
        error_messages={"required": _("Write what is said or drawn.")},
    )


class NoteForm(forms.Form):
    """Something for the other readers of the survey."""

    words = forms.CharField(
        label=_("Note"),
        help_text=_("Readers of this survey see it. It goes when the words go."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        max_length=LONGEST_NOTE,
        error_messages={"required": _("Write the note first.")},
    )
    prefix = "note"
    use_required_attribute = False


class TranslationForm(forms.Form):
    """The comment in English, by somebody who reads both."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    language = forms.ChoiceField(
        label=_("Translated from"),
        choices=[("", _("Choose the language")), *FOREIGN],
        error_messages={"required": _("Choose the language it is written in.")},
    )
    words = forms.CharField(
        label=_("In English"),
        help_text=_(
            "Write what others may see: a word of its kind for names, as in “[name]”."
        ),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto", "lang": "en"}),
        max_length=LONGEST_TEXT,
        error_messages={"required": _("Write the translation first.")},
    )
    prefix = "translation"
    use_required_attribute = False


class ApproveTranslationForm(VersionForm):
    """A yes to showing the translation beside the kept words."""

    translation = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    shown_as_it_is = forms.BooleanField(
        label=_("I have looked at each of these pieces. It may be shown as it stands"),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with nothing found."""
        super().__init__(*args, **kwargs)
        self.found: list[tuple[str, str]] = []

    def warn(self, found: Sequence[Piece], told: str) -> None:
        """Ask for a second yes, having listed what was found."""
        self.found = [(str(HintKind(piece.kind).label), piece.words) for piece in found]
        self.add_error("shown_as_it_is", told)


class ReverseForm(VersionForm):
    """Why a decided comment goes back to be read."""

    why = forms.ChoiceField(
        label=_("Why?"),
        choices=[(one.value, one.label) for one in PutBackReason.to_choose()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why it goes back to be read.")},
    )
    note = forms.CharField(
        label=_("Note, if you like"),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        max_length=LONGEST_NOTE,
        required=False,
    )

"""The form in which one wording is given its recording and its picture."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.queries.wordings import Row

SOUNDS = "audio/*,.mp3,.m4a,.ogg,.webm"
PICTURES = "image/png,image/jpeg,image/webp"


class WordingPartForm(forms.Form):
    """A recording; where it may be, a picture and what it shows."""

    sound = forms.FileField(
        label=_("Recording"),
        required=False,
        widget=forms.FileInput(attrs={"accept": SOUNDS}),
        help_text=_("MP3, M4A, Ogg or WebM, at most 3 MB."),
    )
    remove_sound = forms.BooleanField(label=_("Take it away"), required=False)
    picture = forms.FileField(
        label=_("Picture of its own"),
        required=False,
        widget=forms.FileInput(attrs={"accept": PICTURES}),
        help_text=_(
            "PNG, JPEG or WebP. We make it small, and take out where it was taken."
        ),
    )
    picture_alt = forms.CharField(
        label=_("What the picture shows"),
        required=False,
        max_length=200,
        help_text=_("For those who cannot see it, in this language."),
    )
    remove_picture = forms.BooleanField(label=_("Take it away"), required=False)

    def __init__(
        self, *args: Any, row: Row, is_base: bool, language: str, **kwargs: Any
    ) -> None:
        """Ask for what `row` can have; the base words' pictures are the survey's."""
        super().__init__(*args, **kwargs)
        self.row = row
        self.fields["picture_alt"].widget.attrs["lang"] = language
        self.fields["picture_alt"].initial = row.picture["alt"] if row.picture else ""
        if row.sound is None:
            del self.fields["remove_sound"]
        if is_base or not row.part_.is_seen:
            for name in ("picture", "picture_alt", "remove_picture"):
                del self.fields[name]
        elif row.picture is None:
            del self.fields["remove_picture"]

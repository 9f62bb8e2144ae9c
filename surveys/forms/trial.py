"""Reads whose eyes a worker tries or previews a survey with."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.languages import band_name, language_name
from surveys.logic.definition import Definition


class TrialForm(forms.Form):
    """A language and an age band, of those the draft has."""

    language = forms.ChoiceField(label=_("Language"))
    age_band = forms.ChoiceField(label=_("Age band"))

    def __init__(self, definition: Definition, *args: Any, **kwargs: Any) -> None:
        """Offer what `definition` offers."""
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            (code, language_name(code)) for code in definition["languages"]
        ]
        self.fields["age_band"].choices = [  # type: ignore[attr-defined]
            (band, band_name(band)) for band in definition["age_bands"]
        ]

"""Reads the start page's form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.logic.definition import Definition
from voice.council.enums import AgeBand


class StartForm(forms.Form):
    """The language and age band a young person starts in, from those an edition has."""

    language = forms.ChoiceField(widget=forms.HiddenInput)
    age_band = forms.ChoiceField(
        label=_("How old are you?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose how old you are."),
            "invalid_choice": _("Choose how old you are."),
        },
    )

    def __init__(self, definition: Definition, *args: Any, **kwargs: Any) -> None:
        """Offer what `definition` offers; one age band alone is not asked."""
        super().__init__(*args, **kwargs)
        bands = definition["age_bands"]
        names = dict(AgeBand.choices)
        self.fields["language"].choices = [(c, c) for c in definition["languages"]]  # type: ignore[attr-defined]
        self.fields["age_band"].choices = [(b, names.get(b, b)) for b in bands]  # type: ignore[attr-defined]
        if len(bands) == 1:
            self.fields["age_band"].widget = forms.HiddenInput()
            self.fields["age_band"].initial = bands[0]

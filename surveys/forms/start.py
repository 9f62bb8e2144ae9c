"""Reads the start page's form."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.logic.definition import Definition
from voice.council.models import AgeBand
from voice.council.queries.bands import bands_called, overlap_sentence


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

    def __init__(
        self,
        definition: Definition,
        *args: Any,
        among: Iterable[AgeBand] | None = None,
        **kwargs: Any,
    ) -> None:
        """Offer what `definition` offers; one age band alone is not asked.

        `among` are its age bands, where they have been read.
        """
        super().__init__(*args, **kwargs)
        bands = definition["age_bands"]
        names = bands_called(bands, among)
        self.fields["language"].choices = [(c, c) for c in definition["languages"]]  # type: ignore[attr-defined]
        self.fields["age_band"].choices = list(names.items())  # type: ignore[attr-defined]
        self.fields["age_band"].help_text = overlap_sentence(bands, among)
        if len(bands) == 1:
            self.fields["age_band"].widget = forms.HiddenInput()
            self.fields["age_band"].initial = bands[0]

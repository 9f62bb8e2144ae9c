"""The form that chooses how an edition is printed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.languages import band_name, language_name
from surveys.logic.definition import Definition

SIZES = [("", _("Usual")), ("large", _("Large print, 18 point"))]


class PaperForm(forms.Form):
    """Language, age band and size; what is not said is the first there is."""

    language = forms.ChoiceField(label=_("Language"), required=False)
    age_band = forms.ChoiceField(label=_("Age band"), required=False)
    size = forms.ChoiceField(label=_("Size"), choices=SIZES, required=False)

    def __init__(self, definition: Definition, *args: Any, **kwargs: Any) -> None:
        """Offer what the edition is asked in."""
        super().__init__(*args, **kwargs)
        languages, bands = definition["languages"], definition["age_bands"]
        self.fields["language"].choices = [(c, language_name(c)) for c in languages]  # type: ignore[attr-defined]
        self.fields["age_band"].choices = [(b, band_name(b)) for b in bands]  # type: ignore[attr-defined]
        self.first = {"language": languages[0], "age_band": bands[0], "size": ""}

    def chosen(self, name: str) -> str:
        """Return what was chosen for the field `name`, or the first there is."""
        return self.cleaned_data[name] or self.first[name]

"""The form that chooses how an edition is printed."""

from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from surveys.languages import band_name, language_name
from surveys.logic.definition import Definition

SIZES = [("usual", _("Usual")), ("large", _("Large print, 18 point"))]


class PaperForm(forms.Form):
    """Which edition, in which language, for which age band, how large."""

    edition = forms.TypedChoiceField(label=_("Edition"), coerce=int)
    language = forms.ChoiceField(label=_("Language"))
    age_band = forms.ChoiceField(label=_("Age band"))
    size = forms.ChoiceField(label=_("Size"), choices=SIZES)

    @classmethod
    def asking(cls, asked: QueryDict, *, numbers: list[int], of: Definition) -> Self:
        """Return the form; what was not `asked` is the first there is.

        `numbers` are the editions there are, newest first; `of` is the one to print.
        """
        choices: dict[str, list[tuple[Any, str]]] = {
            "edition": [(number, str(number)) for number in numbers],
            "language": [(code, language_name(code)) for code in of["languages"]],
            "age_band": [(band, band_name(band)) for band in of["age_bands"]],
        }
        first = {name: offered[0][0] for name, offered in choices.items()}
        form = cls({**first, "size": SIZES[0][0], **asked.dict()})
        for name, offered in choices.items():
            form.fields[name].choices = offered  # type: ignore[attr-defined]
        return form

"""The form that asks for slips with receipts, to print."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.domain.paper_slips import MOST_AT_ONCE
from surveys.languages import language_name


class SlipsForm(forms.Form):
    """How many slips, in which language."""

    number = forms.IntegerField(
        label=_("How many slips?"),
        min_value=1,
        max_value=MOST_AT_ONCE,
        initial=12,
        help_text=_("One for each paper. Eight fit on a page."),
    )
    language = forms.ChoiceField(label=_("Language of the slips"))

    def __init__(self, *args: Any, languages: list[str], **kwargs: Any) -> None:
        """Offer `languages`."""
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [(c, language_name(c)) for c in languages]  # type: ignore[attr-defined]

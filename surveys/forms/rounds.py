"""Which other rounds stand beside a survey."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from surveys.models import Survey
from surveys.queries.rounds import MOST


class RoundsForm(forms.Form):
    """Surveys to choose among; untouched, the newest of them."""

    beside = forms.MultipleChoiceField(
        label=_("Put beside it"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, could_be: Sequence[Survey], **kwargs: Any) -> None:
        """Offer the surveys that could be rounds."""
        super().__init__(*args, **kwargs)
        self._could_be = {str(one.pk): one for one in could_be}
        field = self.fields["beside"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - as declared above
        field.choices = [
            (key, f"{one.title}, {date_format(one.consultation.opens_on, 'F Y')}")
            for key, one in self._could_be.items()
        ]
        self.initial["beside"] = list(self._could_be)[1 - MOST :]

    def chosen(self) -> list[Survey]:
        """Return the surveys to show, no more than stand side by side."""
        asked = self.cleaned_data["beside"] if self.is_bound and self.is_valid() else ()
        keys = asked if self.is_bound else self.initial["beside"]
        return [self._could_be[key] for key in keys][: MOST - 1]

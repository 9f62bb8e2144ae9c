"""The form with which an administrator asks to read one survey for an hour."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.accounts.holdings import every_survey

FEWEST_LETTERS = 20


class BreakGlassForm(forms.Form):
    """Which survey, and why."""

    survey = forms.TypedChoiceField(
        label=_("Which survey?"),
        coerce=int,
        empty_value=None,
        error_messages={"required": _("Choose one survey.")},
    )
    reason = forms.CharField(
        label=_("Why must you read it?"),
        help_text=_(
            "Say what has happened and why nobody who runs the survey can do this. "
            "The second person and the data protection officer read it, and it is "
            "kept. Name no young person."
        ),
        min_length=FEWEST_LETTERS,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer every survey."""
        super().__init__(*args, **kwargs)
        self.titles = dict(every_survey())
        survey = cast(forms.TypedChoiceField, self.fields["survey"])
        survey.choices = [("", "—"), *self.titles.items()]

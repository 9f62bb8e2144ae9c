"""Reads what a worker does with a request."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.accounts.models import User
from voice.moderation.enums import RequestState
from voice.moderation.models import PracticalRequest
from voice.moderation.queries.practical_requests import may_own

LONGEST = 1000


class FilterForm(forms.Form):
    """Which requests are listed."""

    state = forms.ChoiceField(
        label=_("Which"),
        required=False,
        choices=[("", _("All")), *RequestState.choices],
    )
    mine = forms.BooleanField(label=_("Mine alone"), required=False)


class GiveForm(forms.Form):
    """Who is to own a request: somebody who runs the survey."""

    to: "forms.ModelChoiceField[User]" = forms.ModelChoiceField(
        label=_("Who takes care of it"),
        queryset=User.objects.none(),
        error_messages={"required": _("Choose somebody.")},
    )

    def __init__(self, *args: Any, request: PracticalRequest, **kwargs: Any) -> None:
        """Offer those who run the survey of `request`."""
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = may_own(request.survey)  # type: ignore[attr-defined]
        self.fields["to"].initial = request.owner_id


class SettleForm(forms.Form):
    """What came of a request."""

    state = forms.ChoiceField(
        label=_("What came of it"),
        widget=forms.RadioSelect,
        choices=[
            (s.value, s.label) for s in RequestState if s in RequestState.settled()
        ],
        error_messages={"required": _("Say what came of it.")},
    )
    note = forms.CharField(
        label=_("What was done, or why it could not be"),
        help_text=_("For those who run the survey. Kept as long as the words."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        required=False,
    )

"""The form in which the fixed words of a language are approved."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SafetyApprovalForm(forms.Form):
    """Who has read them, and which words that were."""

    reader_name = forms.CharField(
        label=_("Name of the fluent reader"),
        max_length=200,
        error_messages={"required": _("Give the fluent reader's name.")},
        help_text=_(
            "Somebody who speaks the language well and has read every word as it is now."
        ),
    )
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)

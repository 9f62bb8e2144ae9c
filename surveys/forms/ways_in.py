"""Forms of the page of ways in."""

from django import forms
from django.utils.translation import gettext_lazy as _


class OpenLinkForm(forms.Form):
    """Where a new open link will hang or go."""

    label = forms.CharField(
        label=_("Where will this link go?"),
        help_text=_("For example: library wall, or Thursday group. Only staff see it."),
        max_length=100,
        required=False,
    )

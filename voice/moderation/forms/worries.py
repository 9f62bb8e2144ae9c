"""What a lead sends to make a possible worry a concern."""

from django import forms


class RaiseForm(forms.Form):
    """Which version of the words was read."""

    version = forms.IntegerField(widget=forms.HiddenInput)

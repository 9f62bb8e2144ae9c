"""The one thing a visitor types on the public site."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 80


class FindForm(forms.Form):
    """Words to look for among the public pages."""

    q = forms.CharField(
        label=_("What are you looking for?"),
        max_length=LONGEST,
        error_messages={
            "required": _("Type a word to look for."),
            "max_length": _("That is a lot of words. Try with two or three of them."),
        },
        widget=forms.TextInput(
            attrs={"type": "search", "autocomplete": "off", "enterkeyhint": "search"}
        ),
    )

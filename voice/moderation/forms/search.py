"""Words to look for in the comments one may read."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    """The words; they are sent in the body, so that no address or log holds them."""

    use_required_attribute = False

    sought = forms.CharField(
        label=_("Words to look for"),
        help_text=_("Spelling counts; capitals and accents do not."),
        min_length=2,
        max_length=100,
        widget=forms.TextInput(
            attrs={
                "type": "search",
                "autocomplete": "off",
                "spellcheck": "false",
                "dir": "auto",
            }
        ),
        error_messages={
            "required": _("Type the words to look for."),
            "min_length": _("Type at least two letters."),
        },
    )
    page = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

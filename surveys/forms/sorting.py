"""Reads “Please sort this out”."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.forms.contact import LONGEST_WORDS, quiet_box


class SortingForm(forms.Form):
    """What should be sorted out, and how to tell them that it was."""

    use_required_attribute = False

    once = forms.UUIDField(widget=forms.HiddenInput)
    box1 = quiet_box(
        _("What should be sorted out?"),
        _("Something practical: a bus pass, a bed, a phone number, a lost form."),
        rows=4,
        longest=LONGEST_WORDS,
        strip=False,
    )
    box2 = quiet_box(
        _("How can we tell you?"),
        _(
            "Who you are or how to reach you, if you like. Without it we may not be able "
            "to sort it out for you, and cannot tell you."
        ),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Give a new page its random id, and say what is missing in a sentence."""
        super().__init__(*args, **kwargs)
        self.fields["once"].initial = uuid.uuid4
        self.fields["box1"].error_messages["required"] = _(
            "Tell us what should be sorted out, or go back."
        )

    def clean_box1(self) -> str:
        """Return the words exactly as typed; refuse spaces alone."""
        words: str = self.cleaned_data["box1"]
        if not words.strip():
            raise forms.ValidationError(
                self.fields["box1"].error_messages["required"], code="required"
            )
        return words

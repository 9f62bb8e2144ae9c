"""Reads “I want someone to contact me”."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 500
LONGEST_WORDS = 5000
# Browsers offer to remember names and numbers by what a box is called: these say nothing.
QUIET = {"autocomplete": "off", "dir": "auto"}


def quiet_box(
    label: Any,
    help_text: Any,
    *,
    rows: int = 2,
    longest: int = LONGEST,
    widget: forms.Widget | None = None,
    **more: Any,
) -> forms.CharField:
    """Return a box for words that no browser remembers."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=longest,
        widget=widget or forms.Textarea(attrs=QUIET | {"rows": rows}),
        error_messages={
            "max_length": _("That is more than fits. Please make it a little shorter."),
            "null_characters_not_allowed": _("There is a hidden sign in your words."),
        },
        **more,
    )


class ContactForm(forms.Form):
    """What somebody should call a young person, how and when to reach them, who
    else might see it, and why."""

    use_required_attribute = False

    once = forms.UUIDField(widget=forms.HiddenInput)
    box1 = quiet_box(
        _("What should we call you?"),
        _("Your name, or any name you like."),
        widget=forms.TextInput(attrs=QUIET),
        longest=100,
        required=False,
    )
    box2 = quiet_box(
        _("How can we reach you?"),
        _(
            "A phone number, an e-mail address, or somebody you trust whom we may ask. "
            "Only give something that nobody you are afraid of looks at."
        ),
        rows=2,
    )
    box5 = quiet_box(
        _("Who else sees that phone or account?"),
        _("Anybody who may pick it up or read it, so that we do not give you away."),
        rows=2,
        required=False,
    )
    box3 = quiet_box(
        _("When is it safe?"),
        _(
            "Days and times, and anything we must not do: leave a message, ring the "
            "bell, say who we are."
        ),
        rows=2,
        required=False,
    )
    box4 = quiet_box(
        _("What is it about?"),
        _("You do not have to say."),
        rows=4,
        longest=LONGEST_WORDS,
        required=False,
        strip=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Give a new page its random id, and say what is missing in a sentence."""
        super().__init__(*args, **kwargs)
        self.fields["once"].initial = uuid.uuid4
        self.fields["box2"].error_messages["required"] = _(
            "Tell us how we can reach you. Without it we cannot find you."
        )

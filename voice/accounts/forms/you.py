"""What somebody says about how they work here."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.accounts.enums import ReadingLanguage, Role
from voice.accounts.logic.phone import tidied
from voice.accounts.models import User
from voice.accounts.models.user import (
    LONGEST_SITTING,
    SHORTEST_SITTING,
    is_mobile_number,
)

MOST_HOURS = 40


class LanguagesForm(forms.Form):
    """Which languages somebody reads, and where alarms reach them."""

    use_required_attribute = False

    reads_languages = forms.MultipleChoiceField(
        label=_("Languages I read well"),
        help_text=_(
            "Well enough to hear what a child means, slang included. Comments in "
            "these languages come to you."
        ),
        choices=ReadingLanguage,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one language.")},
    )
    mobile = forms.CharField(
        label=_("Mobile number for alarms"),
        help_text=_(
            "For example 07700 900123. When you are on duty, a text message says that "
            "something waits, and nothing of what it is. Leave it empty for none."
        ),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
    )

    def clean_mobile(self) -> str:
        """Return the number in the one form that gateways take."""
        number = tidied(self.cleaned_data["mobile"])
        if number:
            is_mobile_number(number)
        return number


class ReadingForm(LanguagesForm):
    """The same for those who read comments, and how they want to read them."""

    covers_words = forms.BooleanField(
        label=_("Keep the words covered until I open them"),
        help_text=_(
            "You see the question first, and whether it may be a worry. The words are "
            "not on your screen until you ask for them."
        ),
        required=False,
    )
    rests_after = forms.IntegerField(
        label=_("Suggest a break after this many comments"),
        help_text=_("From 10 to 200. You can always go on."),
        min_value=SHORTEST_SITTING,
        max_value=LONGEST_SITTING,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"),
            _("Write a whole number from 10 to 200, such as 50."),
        ),
    )
    reading_hours = forms.IntegerField(
        label=_("Hours a week in which I can read"),
        help_text=_(
            "Before a survey is published we look whether its readers have the time. "
            "Leave it empty and the council's usual hours are taken."
        ),
        required=False,
        min_value=1,
        max_value=MOST_HOURS,
    )


def form_for(user: User, data: Any = None) -> LanguagesForm:
    """Return the form that fits somebody's roles, filled in as they are."""
    reads = user.has_role(Role.PARTICIPATION_WORKER)
    initial = {
        name: getattr(user, name)
        for name in (
            "reads_languages",
            "mobile",
            "covers_words",
            "rests_after",
            "reading_hours",
        )
    }
    return (ReadingForm if reads else LanguagesForm)(data, initial=initial)

"""What a worker says when a survey gets more time, and that they mean it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.models import Consultation
from voice.inputs import day_input


class ConfirmForm(forms.Form):
    """That the person means it; says so beside the box when they did not tick it."""

    use_required_attribute = False

    sure = forms.BooleanField(
        label=_("Yes, I am sure"),
        error_messages={"required": _("Tick the box to go on.")},
    )


class MoreTimeForm(forms.Form):
    """The new closing day, and the day by which we reply."""

    use_required_attribute = False

    closes_on = forms.DateField(
        label=_("Closes on"),
        widget=day_input(),
        error_messages={
            "required": _("Give the new closing day."),
            "invalid": _("Give a day, for example 2027-03-14."),
        },
    )
    reply_due_on = forms.DateField(
        label=_("We reply by"),
        help_text=_("We promised young people this day. It may stay."),
        widget=day_input(),
        error_messages={
            "required": _("Give the day by which we reply."),
            "invalid": _("Give a day, for example 2027-05-14."),
        },
    )
    reply_moved_why = forms.CharField(
        label=_("Why we reply later than we said"),
        help_text=_("Only if that day moves. A sentence that young people read."),
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    sure = forms.BooleanField(
        label=_("Yes, change these days for everybody"),
        error_messages={"required": _("Tick the box to go on.")},
    )

    def __init__(self, *args: Any, consultation: Consultation, **options: Any) -> None:
        """Start from the days of now."""
        self.consultation = consultation
        options.setdefault(
            "initial",
            {
                "closes_on": consultation.closes_on,
                "reply_due_on": consultation.reply_due_on,
                "reply_moved_why": consultation.reply_moved_why,
            },
        )
        super().__init__(*args, **options)

    def clean(self) -> dict[str, Any]:
        """Ask for days that come one after the other, beside the field."""
        said = super().clean() or {}
        closes, reply = said.get("closes_on"), said.get("reply_due_on")
        if closes and closes <= self.consultation.closes_on:
            self.add_error(
                "closes_on", _("Choose a day after the one on which it closes now.")
            )
        if closes and reply and reply <= closes:
            self.add_error("reply_due_on", _("The reply must come after it closes."))
        return said

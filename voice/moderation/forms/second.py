"""What a second reader fills in, and whoever settles a difference."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.moderation.enums import ReadingState, Settled, WithholdReason


class SecondReadingForm(forms.Form):
    """What the second reader would have decided."""

    came_to = forms.ChoiceField(
        label=_("What would you decide?"),
        choices=[
            (ReadingState.APPROVED.value, _("Approve as it is")),
            (ReadingState.REDACTED.value, _("Keep with some words replaced")),
            (ReadingState.WITHHELD.value, _("Withhold")),
            (ReadingState.PASSED_ON.value, _("Pass on to safeguarding, now")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you would decide.")},
    )
    reason = forms.ChoiceField(
        label=_("If withheld, why?"),
        choices=WithholdReason,
        widget=forms.RadioSelect,
        required=False,
    )
    use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        """Ask for the reason when it would be withheld; forget it otherwise."""
        cleaned = super().clean() or {}
        if cleaned.get("came_to") != ReadingState.WITHHELD:
            cleaned["reason"] = ""
        elif not cleaned.get("reason"):
            self.add_error("reason", _("Choose why it would be withheld."))
        return cleaned


class SettleForm(forms.Form):
    """How a difference ends."""

    settled = forms.ChoiceField(
        label=_("How is it settled?"),
        choices=Settled,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it is settled.")},
    )
    talked = forms.BooleanField(
        label=_("The other reader and I have talked, and agree"), required=False
    )
    use_required_attribute = False

"""What safeguarding leads fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.moderation.enums import Outcome


class DecideConcernForm(forms.Form):
    """What a safeguarding lead decided."""

    use_required_attribute = False

    outcome = forms.ChoiceField(
        label=_("What did you decide?"),
        choices=Outcome,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you decided.")},
    )
    reference = forms.CharField(
        label=_("Reference"),
        help_text=_("The number the front door or police gave you."),
        max_length=100,
        required=False,
    )
    note = forms.CharField(
        label=_("Note"),
        help_text=_("Why, and what was done. Only safeguarding leads can read it."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=5000,
        required=False,
    )

"""The form that opens a group session."""

from django import forms
from django.utils.translation import gettext_lazy as _

USUAL_HOURS = 2


class GroupSessionForm(forms.Form):
    """Which room it is, who is beside them, how many are there, and for how long."""

    use_required_attribute = False

    label = forms.CharField(
        label=_("Which group is it?"),
        help_text=_("For example: Thursday group. Only staff see it."),
        max_length=100,
    )
    helper = forms.CharField(
        label=_("Who is beside them?"),
        help_text=_("A job title, never a name: Youth worker, for example."),
        max_length=100,
    )
    present = forms.IntegerField(
        label=_("How many young people are in the room?"),
        help_text=_("Kept beside how many answered. Leave it empty if nobody knows."),
        min_value=1,
        max_value=500,
        required=False,
    )
    hours = forms.TypedChoiceField(
        label=_("How long does it last?"),
        help_text=_("It closes by itself then. You can close it earlier."),
        coerce=int,
        initial=USUAL_HOURS,
        choices=[
            (1, _("One hour")),
            (2, _("Two hours")),
            (3, _("Three hours")),
            (4, _("Four hours")),
        ],
    )

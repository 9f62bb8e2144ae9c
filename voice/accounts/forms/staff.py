"""The form for somebody's roles."""

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.accounts.forms.invitation import RolesField


class RolesForm(forms.Form):
    """Which roles somebody holds from now on."""

    roles = RolesField(
        required=False,
        help_text=_(
            "They are signed out everywhere, so that the change holds at once."
        ),
    )

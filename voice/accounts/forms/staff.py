"""The form for somebody's roles."""

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.accounts.forms.invitation import RolesField


class NameForm(forms.Form):
    """The name somebody goes by."""

    name = forms.CharField(
        label=_("Name"),
        max_length=200,
        help_text=_("As everybody here knows them. What they did before follows it."),
        error_messages={"required": _("Write their name.")},
    )
    use_required_attribute = False


class RolesForm(forms.Form):
    """Which roles somebody holds from now on."""

    roles = RolesField(
        required=False,
        help_text=_(
            "They are signed out everywhere, so that the change holds at once."
        ),
    )

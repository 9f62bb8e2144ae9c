"""Forms for inviting somebody and for accepting."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from voice.accounts.enums import Role
from voice.accounts.models import StaffInvitation, User


class RolesField(forms.TypedMultipleChoiceField):
    """Which roles somebody holds; their values are Role."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=Role.choices,
            coerce=Role,
            widget=forms.CheckboxSelectMultiple,
            label=_("Roles"),
            **kwargs,
        )


class InvitationForm(forms.Form):
    """Whom an administrator invites, and to which roles."""

    name = forms.CharField(label=_("Name"), max_length=200)
    email = forms.EmailField(
        label=_("Work e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    job_title = forms.CharField(label=_("Job title"), max_length=200, required=False)
    roles = RolesField(
        help_text=_("Give only what their work needs. Roles can be changed later."),
        error_messages={"required": _("Choose at least one role.")},
    )


class AcceptForm(forms.Form):
    """The password somebody invited chooses."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_(
            "At least 12 characters; a few words that mean something only to you "
            "are best."
        ),
    )

    def __init__(self, *args: Any, invitation: StaffInvitation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = invitation

    def clean_password(self) -> str:
        """Return the password; refuse a weak one with Django's own sentences."""
        password: str = self.cleaned_data["password"]
        known = User(email=self.invitation.email, name=self.invitation.name)
        validate_password(password, known)
        return password

"""What a reader says about who may have what they pass on."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.moderation.forms.decisions import VersionForm
from voice.moderation.models import Concern, Reading
from voice.moderation.queries.concerns import active_with, leads_who_may_see


class PassOnForm(VersionForm):
    """Which version is passed on, and the leads it must not reach."""

    not_these = forms.ModelMultipleChoiceField(
        label=_("Not this lead"),
        help_text=_(
            "If the words are about one of them, or you would rather not. They are "
            "told of nothing and never see it. With all of them ticked, it goes to "
            "the duty manager."
        ),
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, reading: Reading, **kwargs: Any) -> None:
        """Offer every safeguarding lead who may sign in."""
        super().__init__(*args, reading=reading, **kwargs)
        leads = active_with(Role.SAFEGUARDING_LEAD).order_by("name")
        self.fields["not_these"].queryset = leads  # type: ignore[attr-defined]


class NotThisLeadForm(forms.Form):
    """One lead more whom it must not reach."""

    use_required_attribute = False

    lead = forms.ModelChoiceField(
        label=_("Not this lead"),
        help_text=_("They never see it again, and somebody else is told."),
        queryset=User.objects.none(),
        empty_label=_("Choose a name"),
        error_messages={"required": _("Choose a name.")},
    )

    def __init__(self, *args: Any, concern: Concern, **kwargs: Any) -> None:
        """Offer the leads who may still see it."""
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = leads_who_may_see(concern).order_by("name")  # type: ignore[attr-defined]

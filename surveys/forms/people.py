"""The form that lets one more worker run a survey."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from voice.accounts.models import User


class AddMemberForm(forms.Form):
    """Who runs the survey too, from now on."""

    user = forms.ModelChoiceField(
        label=_("Who runs it too?"),
        queryset=User.objects.none(),
        help_text=_(
            "They read what young people write, make ways in, tag themes and propose "
            "releases. Add only those who work on it."
        ),
        error_messages={"required": _("Choose somebody.")},
    )

    def __init__(self, *args: Any, workers: QuerySet[User], **kwargs: Any) -> None:
        """Offer `workers`."""
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = workers  # type: ignore[attr-defined]

"""What a copy of a survey is called, and where it belongs."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from surveys.models import Consultation


class CopySurveyForm(forms.Form):
    """The copy's title and consultation."""

    use_required_attribute = False

    title = forms.CharField(
        label=_("What is the copy called?"),
        max_length=200,
        error_messages={"required": _("Give the copy a title.")},
    )
    consultation = forms.ModelChoiceField(
        label=_("For which consultation?"),
        queryset=Consultation.objects.none(),
        empty_label=None,
        help_text=_("To ask in a new one, make the consultation first."),
        error_messages={"required": _("Choose a consultation.")},
    )

    def __init__(
        self, *args: Any, consultations: QuerySet[Consultation], **options: Any
    ) -> None:
        """Offer `consultations`."""
        super().__init__(*args, **options)
        self.fields["consultation"].queryset = consultations  # type: ignore[attr-defined]

"""The forms that begin a survey from one that is ready, or from a file."""

import json
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from surveys.models import Consultation

LARGEST_FILE = 20 * 1024 * 1024


class BeginForm(forms.Form):
    """For which consultation it asks."""

    consultation = forms.ModelChoiceField(
        label=_("For which consultation?"),
        queryset=Consultation.objects.none(),
        error_messages={"required": _("Choose the consultation it asks for.")},
    )

    def __init__(
        self, *args: Any, consultations: QuerySet[Consultation], **kwargs: Any
    ) -> None:
        """Offer `consultations`; one alone is chosen already."""
        super().__init__(*args, **kwargs)
        field = self.fields["consultation"]
        field.queryset = consultations  # type: ignore[attr-defined]
        if len(consultations) == 1:
            field.initial = consultations[0]


class ReadyForm(BeginForm):
    """For which consultation, and under which title."""

    title = forms.CharField(
        label=_("Title"),
        max_length=200,
        help_text=_("Young people read it first. You can change it later."),
        error_messages={"required": _("Give it a title.")},
    )

    field_order = ("title", "consultation")


class SurveyFileForm(BeginForm):
    """A survey as a file; its content is JSON, once it is clean."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("A survey that was saved from Voice. Its name ends in .json."),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty."),
        },
    )

    field_order = ("file", "consultation")

    def clean_file(self) -> object:
        """Return what the file says; refuse what is no JSON."""
        sent: UploadedFile = self.cleaned_data["file"]
        if (sent.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(gettext("The file is larger than 20 MB."))
        try:
            return json.loads(sent.read().decode("utf-8"))
        except (ValueError, RecursionError):
            raise forms.ValidationError(
                gettext("This is not a file that Voice can read. It must be JSON.")
            ) from None

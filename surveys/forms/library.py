"""Looking a question up, and saying where a copy goes."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from surveys.enums import QuestionKind
from surveys.models import Survey

ASKING = [
    (value, label)
    for value, label in QuestionKind.choices
    if value not in QuestionKind.silent()
]


class LookUpForm(forms.Form):
    """Words of a question, and its kind."""

    use_required_attribute = False

    search = forms.CharField(label=_("Words in the question"), required=False)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("Every kind")), *ASKING]
    )


class CopyQuestionForm(forms.Form):
    """The draft a question is copied into."""

    use_required_attribute = False

    into = forms.ModelChoiceField(
        label=_("Into which survey?"),
        queryset=Survey.objects.none(),
        help_text=_("It is put at the end of the draft; nothing is published."),
        error_messages={"required": _("Choose a survey.")},
    )

    def __init__(self, *args: Any, surveys: QuerySet[Survey], **options: Any) -> None:
        """Offer `surveys`."""
        super().__init__(*args, **options)
        self.fields["into"].queryset = surveys  # type: ignore[attr-defined]

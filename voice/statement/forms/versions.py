"""Adopting a version, choosing what to compare, and giving a reason for withdrawing."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.inputs import day_input
from voice.statement.domain.versions import CannotAdopt, refuse_day
from voice.statement.models import Statement, StatementVersion

TODAY = "today"


class AdoptForm(forms.ModelForm):
    """What a version is called, who adopted it, and when."""

    class Meta:
        """What people say of it; the plan is frozen as it stands."""

        model = StatementVersion
        fields: ClassVar = ("name", "body", "adopted_on")
        widgets: ClassVar = {"adopted_on": day_input()}
        help_texts: ClassVar = {
            "name": _("For example: Submission."),
            "body": _("For example: Executive, or Council. A body, never a person."),
        }

    def __init__(self, *args: Any, statement: Statement, **kwargs: Any) -> None:
        """Adopt `statement`."""
        super().__init__(*args, **kwargs)
        self.statement = statement

    def clean(self) -> dict[str, Any]:
        """Refuse a day on which it cannot have been adopted."""
        said = super().clean() or self.cleaned_data
        if said.get("adopted_on"):
            try:
                refuse_day(self.statement, said["adopted_on"])
            except CannotAdopt as refused:
                self.add_error("adopted_on", str(refused))
        return said


class CompareForm(forms.Form):
    """Which two versions are compared; today counts as one."""

    before = forms.ChoiceField(label=_("From"))
    after = forms.ChoiceField(label=_("To"))

    def __init__(
        self, *args: Any, versions: Sequence[StatementVersion], **kwargs: Any
    ) -> None:
        """Offer `versions`, the newest first, and today."""
        super().__init__(*args, **kwargs)
        choices = [(str(one.number), str(one)) for one in versions]
        today = (TODAY, _("Today"))
        for name, offered in (("before", choices), ("after", [today, *choices])):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                field.choices = offered


class WithdrawForm(forms.Form):
    """Why an action or an area is given up."""

    why = forms.CharField(
        label=_("Why is it withdrawn?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "One or two sentences. The board reads them, and inspectors. No names."
        ),
    )

"""What the officer and the lead fill in."""

from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.records.enums import BreachKind, Reporting
from voice.records.models import Breach, DataProtection


class BreachForm(forms.ModelForm[Breach]):
    """A breach or near miss."""

    use_required_attribute = False

    class Meta:
        model = Breach
        fields = (
            "kind",
            "known_at",
            "what",
            "whom",
            "harm",
            "done",
            "told",
            "reporting",
            "why",
            "reference",
        )
        widgets = {
            "kind": forms.RadioSelect,
            "reporting": forms.RadioSelect,
            "known_at": forms.DateTimeInput(
                attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
            ),
            **{
                name: forms.Textarea(attrs={"rows": 3})
                for name in ("what", "whom", "harm", "done", "told", "why")
            },
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer two kinds and no empty one."""
        super().__init__(*args, **kwargs)
        kind = cast("forms.ChoiceField", self.fields["kind"])
        kind.choices = BreachKind.choices

    def clean(self) -> dict[str, Any]:
        """Ask why, once it is decided; nothing is known before it is."""
        said = super().clean() or {}
        if said.get("reporting") != Reporting.UNDECIDED and not said.get("why"):
            self.add_error("why", _("Say why; it is asked for later."))
        if said.get("known_at") and said["known_at"] > timezone.now():
            self.add_error("known_at", _("That is still to come."))
        return said


class WordsForm(forms.ModelForm[DataProtection]):
    """The council's own words."""

    use_required_attribute = False

    class Meta:
        model = DataProtection
        fields = (
            "controller",
            "officer",
            "registration",
            "lawful_basis",
            "special_condition",
            "recipients",
            "host",
            "necessity",
            "consulted",
            "left_over",
        )

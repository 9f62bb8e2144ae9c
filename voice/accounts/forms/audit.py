"""The filters of the audit page."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.inputs import day_input


class AuditFilter(forms.Form):
    """Who, what, which object, and from when to when."""

    who = forms.CharField(label=_("Who"), required=False, max_length=200)
    verb = forms.ChoiceField(label=_("Did what"), required=False)
    kind = forms.ChoiceField(label=_("To what"), required=False)
    object_id = forms.CharField(
        label=_("Which one (its number)"), required=False, max_length=100
    )
    since = forms.DateField(
        label=_("From"),
        required=False,
        widget=day_input(),
    )
    until = forms.DateField(
        label=_("To"),
        required=False,
        widget=day_input(),
    )

    def __init__(
        self, *args: Any, verbs: list[str], kinds: list[str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._offer("verb", verbs)
        self._offer("kind", kinds)

    def _offer(self, name: str, values: list[str]) -> None:
        """Let the field called `name` choose from `values`, or anything."""
        field = cast("forms.ChoiceField", self.fields[name])
        field.choices = [("", _("Anything")), *((value, value) for value in values)]

    def clean(self) -> dict[str, Any]:
        """Refuse a time that ends before it begins."""
        cleaned: dict[str, Any] = super().clean() or {}
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("This is before the day it starts from."))
        return cleaned

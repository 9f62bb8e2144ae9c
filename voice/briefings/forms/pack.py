"""Choosing what a pack for inspectors is about."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.models import Consultation
from voice.inputs import day_input
from voice.statement.models import KeyTheme

A_YEAR = timedelta(days=365)


def _day(label: str) -> forms.DateField:
    """Return a field that picks a day."""
    return forms.DateField(label=label, widget=day_input())


class PackForm(forms.Form):
    """The period, and the key themes and consultations it is narrowed to."""

    since = _day(_("From"))  # type: ignore[arg-type]
    until = _day(_("To"))  # type: ignore[arg-type]
    key_themes = forms.TypedMultipleChoiceField(
        label=_("Only these key themes"),
        help_text=_("Tick none to tell the whole statement."),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )
    consultations = forms.TypedMultipleChoiceField(
        label=_("Only these consultations"),
        help_text=_("Tick none to tell all that were asked or answered in the period."),
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        today: date,
        key_themes: list[KeyTheme],
        consultations: list[Consultation],
    ) -> None:
        """Begin with the year until today; offer these."""
        super().__init__(data, initial={"since": today - A_YEAR, "until": today})
        self.today = today
        for name, offered in (
            ("key_themes", key_themes),
            ("consultations", consultations),
        ):
            self.fields[name].choices = [(one.pk, str(one)) for one in offered]  # type: ignore[attr-defined]
            if not offered:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Refuse a period that turns round or has not happened."""
        given: dict[str, Any] = super().clean() or {}
        since, until = given.get("since"), given.get("until")
        if until and until > self.today:
            self.add_error("until", _("Choose today or a day before it."))
        elif since and until and since > until:
            self.add_error("until", _("Choose the first day or one after it."))
        return given

    @property
    def chosen(self) -> dict[str, Any]:
        """Return what was chosen, as `make_pack` takes it."""
        given = self.cleaned_data
        return {
            "since": given["since"],
            "until": given["until"],
            "today": self.today,
            "key_themes": given.get("key_themes", []),
            "consultations": given.get("consultations", []),
        }

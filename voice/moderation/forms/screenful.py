"""The two yeses for several comments at once."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class ScreenfulForm(forms.Form):
    """May be counted, and may be quoted where the young person said yes."""

    use_required_attribute = False

    may_count = forms.BooleanField(
        required=False, initial=True, label=_("May be counted")
    )
    may_quote = forms.BooleanField(
        required=False,
        label=_("May be quoted"),
        help_text=_("Only those whose writer said yes to being quoted."),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse quoting what is not counted."""
        cleaned = super().clean() or {}
        if cleaned.get("may_quote") and not cleaned.get("may_count"):
            self.add_error(
                "may_quote", _("Words that may be quoted must be counted too.")
            )
        return cleaned

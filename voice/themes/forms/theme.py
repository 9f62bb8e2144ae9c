"""What people fill in about themes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.themes import key_themes
from voice.themes.models import Theme


class ThemeForm(forms.ModelForm):
    """Something we hear children say.

    `key_theme` is the name of the key theme of the Statement that was chosen for it, in
    voice.themes.key_themes; it stands apart from the cleaned data, which word the theme.
    """

    key_theme = ""

    class Meta:
        model = Theme
        fields = (
            "name",
            "sentence",
            "include",
            "exclude",
            "example",
            "colour",
            "heard_from_few",
        )
        widgets = {
            name: forms.Textarea(attrs={"rows": 3})
            for name in ("include", "exclude", "example")
        }
        help_texts = {
            "example": _("A few words of your own making; never a child's."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the key themes of the Statement, where there are any."""
        super().__init__(*args, **kwargs)
        theme = self.instance if self.instance.pk else None
        offered = key_themes.offered(theme)
        if offered:
            self.fields["key_theme"] = forms.ChoiceField(
                label=_("Key theme of the Statement"),
                help_text=_("Where it belongs; leave it open when nothing fits."),
                choices=[("", _("None")), *offered],
                initial=key_themes.chosen(theme) if theme else "",
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Return what words the theme; its key theme is kept apart."""
        cleaned = super().clean() or self.cleaned_data
        self.key_theme = cleaned.pop("key_theme", "")
        return cleaned

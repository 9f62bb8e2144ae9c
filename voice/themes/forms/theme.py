"""What people fill in about themes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.themes.models import Theme


class ThemeForm(forms.ModelForm):
    """Something we hear children say."""

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

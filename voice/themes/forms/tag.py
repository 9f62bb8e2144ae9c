"""What people fill in to tag a comment."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.themes.models import Tag, Theme


class PassageForm(forms.Form):
    """A passage, unless the whole comment is meant.

    It is what was selected, or runs from one chosen word to another.
    """

    start = forms.IntegerField(required=False, min_value=0)
    end = forms.IntegerField(required=False, min_value=1, max_value=Tag.WHOLE)
    from_word = forms.IntegerField(required=False, min_value=0)
    to_word = forms.IntegerField(required=False, min_value=1, max_value=Tag.WHOLE)

    def passage(self) -> tuple[int, int]:
        """Return start and end; the whole comment when none was sent."""
        for first, last in (("start", "end"), ("from_word", "to_word")):
            start, end = self.cleaned_data[first], self.cleaned_data[last]
            if start is not None and end is not None:
                return start, end
        return 0, Tag.WHOLE


class TagForm(PassageForm):
    """A theme, of a button or found in the list, and perhaps a passage."""

    def __init__(self, *args: object, themes: list[Theme], **kwargs: object) -> None:
        """Offer these themes and no others."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        offered = Theme.objects.filter(pk__in=[theme.pk for theme in themes])
        for name in ("theme", "found"):
            self.fields[name] = forms.ModelChoiceField(queryset=offered, required=False)

    def clean(self) -> dict[str, Any]:
        """Return what was filled in; raises ValidationError without a theme."""
        filled = super().clean() or self.cleaned_data
        filled["theme"] = filled.get("theme") or filled.get("found")
        if filled["theme"] is None:
            raise forms.ValidationError(_("Choose one of the themes."))
        return filled

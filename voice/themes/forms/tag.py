"""What people fill in to tag a comment."""

from django import forms

from voice.themes.models import Tag, Theme


class TagForm(forms.Form):
    """A theme, and a passage unless the whole comment says it."""

    start = forms.IntegerField(required=False, min_value=0)
    end = forms.IntegerField(required=False, min_value=1, max_value=Tag.WHOLE)

    def __init__(self, *args: object, themes: list[Theme], **kwargs: object) -> None:
        """Offer these themes and no others."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        offered = Theme.objects.filter(pk__in=[theme.pk for theme in themes])
        self.fields["theme"] = forms.ModelChoiceField(queryset=offered)

    def passage(self) -> dict[str, int]:
        """Return start and end; the whole comment when none was sent."""
        start, end = self.cleaned_data["start"], self.cleaned_data["end"]
        if start is None or end is None:
            return {"start": 0, "end": Tag.WHOLE}
        return {"start": start, "end": end}

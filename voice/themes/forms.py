"""What people fill in about codebooks, themes and tags."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.models import Consultation
from surveys.queries.members import consultations_of
from voice.accounts.permissions import Visitor
from voice.themes.models import Codebook, Tag, Theme


class CodebookForm(forms.ModelForm):
    """A codebook's title, and the consultations it serves."""

    consultations = forms.ModelMultipleChoiceField(
        label=_("Consultations it serves"),
        queryset=Consultation.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one consultation.")},
    )

    class Meta:
        model = Codebook
        fields = ("title", "consultations")

    def __init__(self, *args: Any, by: Visitor, **kwargs: Any) -> None:
        """Offer the consultations `by` works on; those of others stay as they are."""
        super().__init__(*args, **kwargs)
        mine = consultations_of(by)
        self.fields["consultations"].queryset = mine  # type: ignore[attr-defined]
        chosen = self.instance.consultations.all() if self.instance.pk else []
        ours = set(mine.values_list("pk", flat=True))
        self.of_others = [one for one in chosen if one.pk not in ours]

    def clean_consultations(self) -> list[Consultation]:
        """Return those chosen, and those served already that are not ours to drop."""
        return [*self.cleaned_data["consultations"], *self.of_others]


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

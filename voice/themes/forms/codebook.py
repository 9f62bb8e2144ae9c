"""What people fill in about codebooks."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.models import Consultation
from surveys.queries.members import consultations_of
from voice.accounts.permissions import Visitor
from voice.themes.models import Codebook


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

"""What people fill in to make a theme from a group of similar comments."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.themes.models import Codebook, Theme


class GroupThemeForm(forms.ModelForm):
    """A proposed theme, and which of the group's comments say it: none unless ticked."""

    said_by = forms.MultipleChoiceField(
        label=_("Which of these say it?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Those you tick are tagged with the new theme."),
    )

    class Meta:
        model = Theme
        fields = ("codebook", "name", "sentence")

    def __init__(
        self,
        *args: Any,
        codebooks: Sequence[Codebook],
        comments: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        """Offer these codebooks, unasked where there is one, and these comments."""
        super().__init__(*args, **kwargs)
        mine = Codebook.objects.filter(pk__in=[one.pk for one in codebooks])
        codebook = self.fields["codebook"]
        codebook.queryset = mine  # type: ignore[attr-defined]
        codebook.empty_label = None  # type: ignore[attr-defined]
        if len(codebooks) == 1:
            codebook.initial = codebooks[0].pk
            codebook.widget = forms.HiddenInput()
        said_by = self.fields["said_by"]
        said_by.choices = comments  # type: ignore[attr-defined]

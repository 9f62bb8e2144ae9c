"""What people fill in to code apart, and to settle what they differ on."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from voice.accounts.models import User
from voice.themes.models import Theme

USUAL_SIZE = 50
LARGEST = 1000


class DoubleCodingForm(forms.Form):
    """Who codes a sample apart, and how large it is."""

    coders = forms.ModelMultipleChoiceField(
        label=_("Who codes it?"),
        help_text=_("Two people or more. They do not see what the others hear."),
        queryset=User.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose two people or more.")},
    )
    size = forms.IntegerField(
        label=_("How many comments?"),
        help_text=_("Drawn at random. All of them where there are fewer."),
        initial=USUAL_SIZE,
        min_value=1,
        max_value=LARGEST,
    )

    def __init__(self, *args: Any, coders: QuerySet[User], **kwargs: Any) -> None:
        """Offer these coders and no others."""
        super().__init__(*args, **kwargs)
        self.fields["coders"].queryset = coders  # type: ignore[attr-defined]


class HeardForm(forms.Form):
    """The themes somebody hears in a comment, or that they hear none of them."""

    none = forms.BooleanField(required=False)

    def __init__(self, *args: Any, themes: list[Theme], **kwargs: Any) -> None:
        """Offer these themes and no others."""
        super().__init__(*args, **kwargs)
        offered = Theme.objects.filter(pk__in=[theme.pk for theme in themes])
        self.fields["themes"] = forms.ModelMultipleChoiceField(
            queryset=offered, required=False
        )

    def clean(self) -> dict[str, Any]:
        """Return what was ticked; raises ValidationError for nothing, or for both."""
        filled = super().clean() or self.cleaned_data
        themes, none = filled.get("themes"), filled.get("none")
        if not self.errors and bool(themes) == bool(none):
            raise forms.ValidationError(
                _("Tick the themes you hear, or that you hear none of them.")
            )
        return filled

    @property
    def ticked(self) -> set[str]:
        """Return what was ticked when it was sent, as it was sent."""
        if not isinstance(self.data, QueryDict):
            return set()
        none = {"none"} if self.data.get("none") else set()
        return set(self.data.getlist("themes")) | none

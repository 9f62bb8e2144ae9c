"""The form of a worker who types for a young person."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.enums import HelpedBy, HelpGiven, Mode
from surveys.forms.start import ANSWERS, YES
from surveys.languages import own_name
from surveys.logic.definition import Definition
from voice.council.queries.bands import bands_called

WHO = [
    (one.value, one.label)
    for one in HelpedBy
    if one not in {HelpedBy.NOT_SAID, HelpedBy.NOBODY}
]


class AssistedForm(forms.Form):
    """In what language and age band, who helps, and how; never who the young person is."""

    use_required_attribute = False

    language = forms.ChoiceField(
        label=_("Which language do they read or hear?"), widget=forms.RadioSelect
    )
    age_band = forms.ChoiceField(label=_("How old are they?"), widget=forms.RadioSelect)
    helped_by = forms.ChoiceField(
        label=_("Who helps?"), choices=WHO, widget=forms.RadioSelect
    )
    helper = forms.CharField(
        label=_("Your job title"),
        help_text=_("Never your name, and never theirs."),
        max_length=100,
        required=False,
    )
    help_given = forms.MultipleChoiceField(
        label=_("What do you do for them?"),
        help_text=_("Everything that is true. It is kept beside their answers."),
        choices=HelpGiven.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Say what you do for them.")},
    )
    reference = forms.CharField(
        label=_("Your own reference"),
        help_text=_(
            "So that their answers can be found if they ask for them to be erased. "
            "Not their name."
        ),
        max_length=100,
        required=False,
    )

    def __init__(self, definition: Definition, *args: Any, **kwargs: Any) -> None:
        """Offer what `definition` offers; one language or age band alone is not asked."""
        super().__init__(*args, **kwargs)
        languages = [(code, own_name(code)) for code in definition["languages"]]
        bands = list(bands_called(definition["age_bands"]).items())
        for name, offered in (("language", languages), ("age_band", bands)):
            self.fields[name].choices = offered  # type: ignore[attr-defined]
            if len(offered) == 1:
                self.fields[name].widget = forms.HiddenInput()
                self.fields[name].initial = offered[0][0]
        if definition["mode"] != Mode.KNOWN_TO_WORKER:
            del self.fields["reference"]

    def said(self) -> dict[str, Any]:
        """Return what surveys.domain.assisted.begin_assisted takes; of a valid form."""
        return self.cleaned_data | {
            "helped_by": HelpedBy(self.cleaned_data["helped_by"]),
            "help_given": [HelpGiven(one) for one in self.cleaned_data["help_given"]],
        }


class ToldForm(forms.Form):
    """What a young person says when asked aloud whether they want to take part."""

    agreement = forms.ChoiceField(
        widget=forms.RadioSelect,
        choices=ANSWERS,
        error_messages={
            "required": _("Choose yes or no."),
            "invalid_choice": _("Choose yes or no."),
        },
    )

    @property
    def says_yes(self) -> bool:
        """Say whether they want to take part; of a valid form."""
        return bool(self.cleaned_data["agreement"] == YES)

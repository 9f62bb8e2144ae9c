"""Reads what stands at the top of a paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.domain.paper_slips import NoSuchSlip
from surveys.enums import HelpedBy
from surveys.languages import band_name, language_name
from surveys.logic.codes import edition_of
from surveys.models import Edition, Survey
from surveys.queries.steps import definition_of


class PaperTopForm(forms.Form):
    """What stands at the top of a paper."""

    code = forms.CharField(
        label=_("The code on the paper"),
        help_text=_("At the foot of the paper, like 222-3W."),
        max_length=20,
        error_messages={"required": _("Type the code that stands on the paper.")},
    )
    language = forms.ChoiceField(label=_("Language of the paper"))
    age_band = forms.ChoiceField(label=_("Age band of the paper"))
    helped_by = forms.ChoiceField(
        label=_("Who helped, if it says so"),
        choices=HelpedBy.choices,
        initial=HelpedBy.NOT_SAID,
    )
    slip = forms.IntegerField(
        label=_("Number of its slip, if one came with it"),
        help_text=_("Then the receipt on the other half of the slip is theirs."),
        min_value=1,
        required=False,
    )
    agreed = forms.BooleanField(
        label=_("They said on the paper that they want to take part"), required=False
    )

    def __init__(self, *args: Any, survey: Survey, **kwargs: Any) -> None:
        """Offer the languages and bands of every edition of `survey`."""
        super().__init__(*args, **kwargs)
        self.survey = survey
        editions = survey.editions.defer("definition", "blocks")
        definitions = [definition_of(edition) for edition in editions]
        languages = {code: 0 for one in definitions for code in one["languages"]}
        bands = {band: 0 for one in definitions for band in one["age_bands"]}
        self.fields["language"].choices = [(c, language_name(c)) for c in languages]  # type: ignore[attr-defined]
        self.fields["age_band"].choices = [(b, band_name(b)) for b in bands]  # type: ignore[attr-defined]

    def clean_code(self) -> Edition:
        """Return the edition that was filled in; refuse any other survey's."""
        number = edition_of(self.cleaned_data["code"])
        edition = self.survey.editions.filter(pk=number).first() if number else None
        if edition is None:
            raise forms.ValidationError(
                _("No paper of this survey has that code. Look at it once more.")
            )
        return edition

    def clean_slip(self) -> int | None:
        """Return the slip's number; refuse one that is not there or was keyed."""
        number: int | None = self.cleaned_data["slip"]
        if number is None:
            return None
        if not self.survey.paper_slips.filter(number=number, keyed_as=None).exists():
            raise forms.ValidationError(NoSuchSlip.sentence)
        return number

    def clean(self) -> None:
        """Refuse a language or a band that the edition does not have."""
        super().clean()
        edition = self.cleaned_data.get("code")
        if edition is None:
            return
        definition = definition_of(edition)
        for name, offered in (
            ("language", definition["languages"]),
            ("age_band", definition["age_bands"]),
        ):
            if name in self.cleaned_data and self.cleaned_data[name] not in offered:
                self.add_error(name, _("The paper with that code does not have this."))

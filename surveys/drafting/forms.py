"""The form of a survey in the editor."""

from typing import Any, Literal

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from surveys.audience import Audience
from surveys.breakdown import Breakdown
from surveys.drafting.keying import changed_keys, fill_keys, key_sentence
from surveys.drafting.reading import questions_in
from surveys.enums import Mode
from surveys.languages import language_name
from surveys.logic.definition import KEEP_DAYS
from surveys.logic.groups import BY_QUESTION, asks_who
from voice.council.enums import BASE_LANGUAGE
from voice.council.queries.bands import band_choices, offered_choices

FIXED = ("mode", "breakdowns", "audience")
KEEPS: dict[str, Literal["words", "responses", "contact"]] = {
    "keep_words_days": "words",
    "keep_responses_days": "responses",
    "keep_contact_days": "contact",
}


def other_languages() -> list[tuple[str, str]]:
    """Return code and name of each language but the base one."""
    codes = [code for code, _name in settings.LANGUAGES if code != BASE_LANGUAGE]
    return [(code, language_name(code)) for code in codes]


def _breakdown_choices(survey: Any) -> list[tuple[str, str]]:
    """Return what results may be broken down by, and what a survey says already."""
    questions = [one for block in survey.questions for one in questions_in(block)]
    offered = [(str(one.value), str(one.label)) for one in Breakdown]
    offered += [
        (BY_QUESTION + one.key, one.prompt) for one in questions if asks_who(one)
    ]
    known = dict(offered)
    return offered + [(by, by) for by in survey.breakdowns if by not in known]


class SurveyForm(WagtailAdminModelForm):
    """A survey's facts; what young people were promised is fixed once published."""

    age_bands = forms.MultipleChoiceField(
        label=_("Age bands"),
        choices=offered_choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Which young people it is asked of. They may overlap; people choose one. "
            "Adults choose none."
        ),
    )
    languages = forms.MultipleChoiceField(
        label=_("Other languages"),
        choices=other_languages,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Write it in English here. Save, then word the others side by side."
        ),
    )
    breakdowns = forms.MultipleChoiceField(
        label=_("Breakdowns"),
        choices=Breakdown.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "What results may be broken down by; fixed once published. Questions of one "
            "choice that ask who they are can be ticked here once saved."
        ),
    )
    mode = forms.ChoiceField(
        label=_("Do we know who answers?"),
        choices=Mode.choices,
        initial=Mode.NAME_NOT_ASKED,
        widget=forms.RadioSelect,
        help_text=_("Told before they type anything; fixed once published."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Fix what was promised when the survey was first published."""
        super().__init__(*args, **kwargs)
        survey = self.instance
        self.fields["age_bands"].choices = band_choices(survey.age_bands)
        self.fields["breakdowns"].choices = _breakdown_choices(survey)
        if survey.pk and survey.editions.exists():
            for name in FIXED:
                self.fields[name].disabled = True

        for field, what in KEEPS.items():
            self.fields[field].required = False
            self.fields[field].widget.attrs["placeholder"] = KEEP_DAYS[what]

    def clean(self) -> dict[str, Any]:
        """Return what was said; how long things are kept has a usual answer."""
        cleaned = super().clean()
        for field, what in KEEPS.items():
            if field in cleaned and cleaned[field] is None:
                cleaned[field] = KEEP_DAYS[what]
        if cleaned.get("audience") in Audience.adults():
            cleaned["age_bands"] = [cleaned["audience"]]
        elif self._lacks_ages(cleaned):
            self.add_error("age_bands", _("Choose at least one age band."))
        return cleaned

    def _lacks_ages(self, cleaned: dict[str, Any]) -> bool:
        """Say whether no age was chosen where one must be; a draft may wait for it."""
        is_draft: bool = self.is_deferred_validation
        chosen = cleaned.get("age_bands") or "age_bands" in self.errors
        return not chosen and not is_draft

    def clean_languages(self) -> list[str]:
        """Return the languages, the base one first and always there."""
        return [BASE_LANGUAGE, *self.cleaned_data["languages"]]

    def _post_clean(self) -> None:
        """Give each question its key; refuse to change a published one, beside it."""
        super()._post_clean()
        if "questions" not in self.cleaned_data:
            return
        fill_keys(self.instance)
        wrong = changed_keys(self.instance)
        if wrong:
            self.add_error("questions", _beside_the_key(self.instance, wrong))


def _beside_the_key(survey: Any, wrong: dict[int, Any]) -> StreamBlockValidationError:
    """Return the error that shows each sentence at the question it is about."""
    return StreamBlockValidationError(
        block_errors={
            number: StructBlockValidationError(
                block_errors={"prompt": ValidationError(key_sentence(trouble))}
            )
            for number, trouble in wrong.items()
        }
    )

"""Reads the start page's form."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.enums import Agreement, Company, HelpedBy, HelpGiven
from surveys.logic.definition import Definition

YES, NO = "yes", "no"
ANSWERS = ((YES, _("Yes, I want to take part")), (NO, _("No, thank you")))
COMPANY = (
    (Company.ALONE.value, _("I am on my own")),
    (Company.NEARBY.value, _("Somebody is near me")),
    (Company.HELPING.value, _("Somebody is helping me")),
)
WHO = (
    ("", _("I would rather not say")),
    (HelpedBy.FAMILY.value, _("Somebody in my family")),
    (HelpedBy.CARER.value, _("My carer")),
    (HelpedBy.WORKER.value, _("A worker")),
    (HelpedBy.TEACHER.value, _("A teacher")),
    (HelpedBy.ADVOCATE.value, _("My advocate")),
    (HelpedBy.FRIEND.value, _("A friend")),
    (HelpedBy.INTERPRETER.value, _("An interpreter")),
)
HELP = (
    (HelpGiven.READ_ALOUD.value, _("Reads it to me")),
    (HelpGiven.EXPLAINED.value, _("Explains words")),
    (HelpGiven.TYPED.value, _("Types or presses for me")),
    (HelpGiven.INTERPRETED.value, _("Says it in my language, or signs")),
)


class StartForm(forms.Form):
    """Whether a young person takes part, in what language and age band, and with whom."""

    language = forms.ChoiceField(widget=forms.HiddenInput)
    age_band = forms.ChoiceField(widget=forms.HiddenInput)
    company = forms.ChoiceField(
        widget=forms.RadioSelect, choices=COMPANY, required=False
    )
    helped_by = forms.ChoiceField(
        label=_("Who is it?"),
        help_text=_("We ask what they do, never their name."),
        choices=WHO,
        required=False,
    )
    help_given = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, choices=HELP, required=False
    )
    tell = forms.BooleanField(required=False)
    agreement = forms.ChoiceField(
        widget=forms.RadioSelect,
        choices=ANSWERS,
        error_messages={
            "required": _("Choose yes or no."),
            "invalid_choice": _("Choose yes or no."),
        },
    )

    def __init__(self, definition: Definition, *args: Any, **kwargs: Any) -> None:
        """Take the languages and age bands that `definition` offers."""
        super().__init__(*args, **kwargs)
        for name, offered in (
            ("language", definition["languages"]),
            ("age_band", definition["age_bands"]),
        ):
            self.fields[name].choices = [(key, key) for key in offered]  # type: ignore[attr-defined]

    @property
    def says_no(self) -> bool:
        """Say whether they would rather not take part; of a valid form."""
        return bool(self.cleaned_data["agreement"] == NO)

    def said(self) -> dict[str, Any]:
        """Return what surveys.domain.answering.start_response takes; of a valid form.

        Who is alone has nobody beside them, and nobody who only sits near helps. A yes
        that somebody else types is one that was told to them.
        """
        given = self.cleaned_data
        help_given = [HelpGiven(one) for one in given["help_given"]]
        company = _company(given["company"], help_given)
        if company in {Company.ALONE, Company.NEARBY}:
            help_given = []
        types = HelpGiven.TYPED in help_given
        return {
            "language": given["language"],
            "age_band": given["age_band"],
            "company": company,
            "helped_by": _beside(company, given["helped_by"]),
            "help_given": help_given,
            "agreement": Agreement.TOLD if types else Agreement.OWN,
        }


def _company(chosen: str, help_given: Iterable[HelpGiven]) -> Company:
    """Return who is near, as it was chosen; who is said to do something helps."""
    if chosen:
        return Company(chosen)
    return Company.HELPING if help_given else Company.NOT_SAID


def _beside(company: Company, chosen: str) -> HelpedBy:
    """Return the role of who is beside them."""
    if company == Company.ALONE:
        return HelpedBy.NOBODY
    return HelpedBy(chosen) if chosen else HelpedBy.NOT_SAID

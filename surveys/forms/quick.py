"""The form of a poll: everything has an answer already but what it is about."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from surveys.domain.polls import MOST_QUESTIONS, YES_NO, PollFacts, PollQuestion
from surveys.enums import QuestionKind
from voice.council.queries.bands import every_band, offered_choices
from voice.inputs import day_input

USUAL_FROM = 11
OPEN_FOR = timedelta(weeks=2)
KINDS = [
    (QuestionKind.FACES.value, _("Faces, from a little happy to very happy")),
    (YES_NO, _("Yes or no")),
    (QuestionKind.LONG_TEXT.value, _("In their own words")),
]
# Words that are easy to read, ask one thing each, and hurt nobody.
START = [
    (_("How happy are you with how it is?"), QuestionKind.FACES.value),
    (_("Should something change?"), YES_NO),
    (_("What should we do first?"), QuestionKind.LONG_TEXT.value),
]


class QuickForm(forms.Form):
    """What a poll is about, whom it asks, and up to three questions."""

    use_required_attribute = False

    title = forms.CharField(
        label=_("What is it about?"),
        help_text=_("Young people read this first. For example: Our summer trip."),
        max_length=200,
    )
    asked_who = forms.CharField(
        label=_("Who do you ask?"),
        help_text=_("For example: everybody in the Thursday group."),
        max_length=200,
    )
    asked = forms.IntegerField(
        label=_("How many are they?"),
        help_text=_("Shown beside every figure."),
        min_value=1,
        max_value=1_000_000,
    )
    decision_maker = forms.CharField(
        label=_("Who decides?"),
        help_text=_("A job title, never a name."),
        max_length=200,
    )
    age_bands = forms.MultipleChoiceField(
        label=_("How old are they?"),
        choices=offered_choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one age band.")},
    )
    closes_on = forms.DateField(
        label=_("Last day to answer"),
        widget=day_input(),
    )

    def __init__(self, data: Any = None, *, decision_maker: str = "") -> None:
        """Answer everything that has a usual answer; three questions are there."""
        initial = {
            "decision_maker": decision_maker,
            "age_bands": _usual_bands(),
            "closes_on": timezone.localdate() + OPEN_FOR,
        }
        for number, (prompt, kind) in enumerate(START, start=1):
            initial |= {f"prompt_{number}": prompt, f"kind_{number}": kind}
        super().__init__(data, initial=initial)
        for number in range(1, MOST_QUESTIONS + 1):
            self.fields[f"prompt_{number}"] = forms.CharField(
                label=_("Question %(number)d") % {"number": number},
                required=number == 1,
                max_length=300,
            )
            self.fields[f"kind_{number}"] = forms.ChoiceField(
                label=_("How do they answer question %(number)d?") % {"number": number},
                choices=KINDS,
                widget=forms.RadioSelect,
                required=False,
            )

    def clean_closes_on(self) -> date:
        """Return the last day; it cannot be over already."""
        day: date = self.cleaned_data["closes_on"]
        if day < timezone.localdate():
            raise ValidationError(_("This day is over. Choose today or a later one."))
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse a question without a way to answer it."""
        said: dict[str, Any] = super().clean() or {}
        for number in range(1, MOST_QUESTIONS + 1):
            kind = f"kind_{number}"
            if (
                said.get(f"prompt_{number}")
                and kind in self.fields
                and not said.get(kind)
            ):
                self.add_error(kind, _("Choose how it is answered."))
        return said

    def facts(self) -> PollFacts:
        """Return what was said; questions left empty are not asked."""
        said = self.cleaned_data
        return PollFacts(
            title=said["title"],
            asked_who=said["asked_who"],
            asked=said["asked"],
            age_bands=[
                band.key for band in every_band() if band.key in said["age_bands"]
            ],
            decision_maker=said["decision_maker"],
            closes_on=said["closes_on"],
            questions=[
                PollQuestion(said[f"prompt_{number}"], said[f"kind_{number}"])
                for number in range(1, MOST_QUESTIONS + 1)
                if said[f"prompt_{number}"]
            ],
        )


def _usual_bands() -> list[str]:
    """Return the band of most who answer polls: the first from eleven, or the oldest."""
    offered = [band for band in every_band() if band.is_offered]
    older = [band.key for band in offered if band.youngest >= USUAL_FROM]
    return older[:1] or [band.key for band in offered[-1:]]

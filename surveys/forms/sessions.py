"""The form of a consultation that is heard in sessions alone."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from surveys.audience import ConsultationKind
from surveys.domain.polls import MOST_QUESTIONS, PollFacts
from surveys.enums import QuestionKind
from surveys.forms.quick import QuickForm

# What a group can be asked about anything, in an order that opens and ends well.
START = [
    _("What is good about it?"),
    _("What is hard about it?"),
    _("What should we do first?"),
]


class SessionsForm(QuickForm):
    """What the sessions are about, who comes, and what each group is asked."""

    def __init__(self, data: Any = None, *, decision_maker: str = "") -> None:
        """Ask everything in their own words; three questions are there."""
        super().__init__(data, decision_maker=decision_maker)
        self.fields["closes_on"].label = _("Last day of the sessions")
        self.fields["asked_who"].label = _("Who comes?")
        for number, prompt in enumerate(START, start=1):
            del self.fields[f"kind_{number}"]
            self.initial[f"prompt_{number}"] = prompt

    def clean(self) -> dict[str, Any]:
        """Return what was said: every question is talked about."""
        said = super().clean()
        for number in range(1, MOST_QUESTIONS + 1):
            said[f"kind_{number}"] = QuestionKind.LONG_TEXT.value
        return said

    def facts(self) -> PollFacts:
        """Return what was said, as sessions."""
        return replace(super().facts(), kind=ConsultationKind.SESSIONS)

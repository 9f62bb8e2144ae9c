"""The form of a planned session, and the one that cancels it."""

from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from surveys.domain.planned_sessions import SessionPlan
from surveys.models import PlannedSession, Survey
from surveys.names_found import names_found
from surveys.planning import ThereIs, ToldTo
from surveys.queries.members import members_of
from voice.accounts.models import User
from voice.council.queries.bands import band_choices
from voice.inputs import day_input, hour_input


class NameLook(forms.Form):
    """Words that are told; those that could name somebody are looked at first."""

    use_required_attribute = False
    worded: tuple[str, ...] = ()

    looked = forms.BooleanField(
        label=_("I have looked: none of these tells who a young person is"),
        required=False,
    )

    @property
    def names(self) -> list[str]:
        """Return what could name somebody in the words that were typed."""
        if not self.is_bound:
            return []
        said = [str(self.data.get(name, "")) for name in self.worded]
        return names_found("\n".join(said))

    def clean(self) -> dict[str, Any]:
        """Ask for a look at what could be a name."""
        said = super().clean() or {}
        if self.names and not said.get("looked"):
            raise ValidationError(
                _("Please look at what could be a name, and say that you have.")
            )
        return said


class PlanForm(NameLook):
    """What a session is called, when, where, for whom, how to come, who hears of it."""

    worded = ("title", "for_whom", "how_to_come")

    once = forms.UUIDField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    title = forms.CharField(
        label=_("What is it called?"),
        help_text=_("For example: Pizza and talk about leaving care."),
        max_length=120,
    )
    held_on = forms.DateField(label=_("Which day?"), widget=day_input())
    starts_at = forms.TimeField(label=_("It starts at"), widget=hour_input())
    ends_at = forms.TimeField(label=_("It ends at"), widget=hour_input())
    place = forms.CharField(
        label=_("Where?"),
        help_text=_(
            "In words that somebody finds it by. For example: The youth centre, "
            "12 Mill Road, the blue door."
        ),
        max_length=200,
    )
    age_bands = forms.MultipleChoiceField(
        label=_("For which ages?"),
        help_text=_("Leave all empty, and it is for every age this survey asks."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    for_whom = forms.CharField(
        label=_("For whom, in words?"),
        help_text=_(
            "For example: everybody who will leave care. Never anybody’s name."
        ),
        max_length=200,
        required=False,
    )
    how_to_come = forms.CharField(
        label=_("How can they come?"),
        help_text=_(
            "Whether to tell somebody first, how to get there, and whom to ask: a job "
            "and a number of the council’s."
        ),
        max_length=600,
        widget=forms.Textarea({"rows": 3}),
    )
    there_is = forms.MultipleChoiceField(
        label=_("What makes it easier to come?"),
        choices=ThereIs,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    held_by = forms.ModelChoiceField(
        label=_("Who holds it?"),
        help_text=_("Somebody who runs this survey. The page says their job alone."),
        queryset=User.objects.none(),
    )
    told_to = forms.ChoiceField(
        label=_("Who hears of it?"),
        choices=ToldTo,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who hears of it.")},
    )

    def __init__(
        self,
        data: Any = None,
        *,
        survey: Survey,
        by: User,
        session: PlannedSession | None = None,
    ) -> None:
        """Offer the ages and the workers of `survey`; show what `session` says."""
        first = {"once": uuid4(), "version": 0, "held_by": by.pk}
        super().__init__(data, initial=_said(session) if session else first)
        workers = members_of(survey).order_by().values("user")
        held_by, bands = self.fields["held_by"], self.fields["age_bands"]
        assert isinstance(held_by, forms.ModelChoiceField)  # noqa: S101 - declared above
        assert isinstance(bands, forms.MultipleChoiceField)  # noqa: S101 - declared above
        held_by.queryset = User.objects.filter(pk__in=workers).order_by("name")
        asked = set(survey.age_bands)
        bands.choices = [one for one in band_choices(asked) if one[0] in asked]
        if survey.asks_adults or len(bands.choices) < 2:
            del self.fields["age_bands"]

    def plan(self) -> SessionPlan:
        """Return what was said."""
        said = self.cleaned_data
        names = (
            *("title", "held_on", "starts_at", "ends_at", "place", "for_whom"),
            *("how_to_come", "there_is", "held_by", "told_to"),
        )
        return SessionPlan(
            age_bands=said.get("age_bands", []), **{name: said[name] for name in names}
        )


class CancelForm(NameLook):
    """Why a session is cancelled, or did not take place."""

    worded = ("reason",)

    reason = forms.CharField(
        label=_("Why?"),
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Say why. Who wanted to come reads it.")},
    )


def _said(session: PlannedSession) -> dict[str, Any]:
    """Return what a session says, as the form holds it."""
    names = [
        *("title", "held_on", "starts_at", "ends_at", "place", "age_bands"),
        *("for_whom", "how_to_come", "there_is", "told_to", "version"),
    ]
    said = {name: getattr(session, name) for name in names}
    return said | {"once": session.pk, "held_by": session.held_by_id}

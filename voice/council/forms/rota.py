"""The forms of the duty rota."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.accounts.models import User
from voice.council.enums import DutyRole
from voice.council.models import Council
from voice.council.queries.rota import leads

MOST_WEEKS = 26


class DayInput(forms.DateInput):
    """A day, chosen in the browser's own way."""

    input_type = "date"

    def __init__(self) -> None:
        """Write the day as the browser reads it, whatever the language."""
        super().__init__(format="%Y-%m-%d")


class ClockInput(forms.TimeInput):
    """A time of day, chosen in the browser's own way."""

    input_type = "time"

    def __init__(self) -> None:
        """Write the time as the browser reads it."""
        super().__init__(format="%H:%M")


class ShiftForm(forms.Form):
    """Who is on duty, when, and whether as first or second."""

    use_required_attribute = False

    user = forms.ModelChoiceField(
        label=_("Person"),
        queryset=User.objects.none(),
        empty_label=_("Choose a safeguarding lead"),
        help_text=_("Only safeguarding leads may read a concern."),
    )
    first_day = forms.DateField(label=_("From the day"), widget=DayInput)
    starts = forms.TimeField(label=_("at"), widget=ClockInput, initial=time(9))
    last_day = forms.DateField(
        label=_("To the day"),
        widget=DayInput,
        required=False,
        help_text=_("Leave empty for the same day."),
    )
    ends = forms.TimeField(label=_("at"), widget=ClockInput, initial=time(17))
    role = forms.ChoiceField(
        label=_("First or second"),
        choices=DutyRole,
        initial=DutyRole.FIRST,
        help_text=_("Alarms go to both at once. The first acts; the second stands in."),
        widget=forms.RadioSelect,
    )
    weeks = forms.IntegerField(
        label=_("For how many weeks"),
        initial=1,
        min_value=1,
        max_value=MOST_WEEKS,
        help_text=_("The same shift each week. 1 is this shift alone."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the leads there are now."""
        super().__init__(*args, **kwargs)
        _choose_from(self, "user", leads().distinct().order_by("name"))

    def shifts(self) -> list[tuple[datetime, datetime]]:
        """Return when each shift starts and ends, week by week, by the wall's clock."""
        said = self.cleaned_data
        last_day = said["last_day"] or said["first_day"]
        return [
            (
                _moment(said["first_day"] + timedelta(weeks=week), said["starts"]),
                _moment(last_day + timedelta(weeks=week), said["ends"]),
            )
            for week in range(said["weeks"])
        ]


class HandOverForm(forms.Form):
    """To whom a shift goes, and what they should know."""

    use_required_attribute = False

    to = forms.ModelChoiceField(
        label=_("Give it to"),
        queryset=User.objects.none(),
        empty_label=_("Choose a colleague"),
    )
    note = forms.CharField(
        label=_("Note for them"),
        help_text=_(
            "What they should know about the shift. No child's words and no names "
            "here: they find the concerns in their own room."
        ),
        required=False,
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, giver: User, **kwargs: Any) -> None:
        """Offer the giver's colleagues."""
        super().__init__(*args, **kwargs)
        others = leads().distinct().exclude(pk=giver.pk)
        _choose_from(self, "to", others.order_by("name"))


class AbsenceForm(forms.Form):
    """Who is away, and on which days."""

    use_required_attribute = False

    user = forms.ModelChoiceField(
        label=_("Who is away"), queryset=User.objects.none(), empty_label=None
    )
    first_day = forms.DateField(label=_("First day away"), widget=DayInput)
    last_day = forms.DateField(
        label=_("Last day away"),
        widget=DayInput,
        required=False,
        help_text=_("Leave empty for one day."),
    )

    def __init__(self, *args: Any, people: QuerySet[User], **kwargs: Any) -> None:
        """Offer the people whose absence may be written down."""
        super().__init__(*args, **kwargs)
        _choose_from(self, "user", people.order_by("name"))

    def days(self) -> tuple[date, date]:
        """Return the first and last day away."""
        first: date = self.cleaned_data["first_day"]
        return first, self.cleaned_data["last_day"] or first


class TimesForm(forms.ModelForm[Council]):
    """The duty manager, and the times of alarms and clocks."""

    use_required_attribute = False

    class Meta:
        """All of them, in the order in which they come to pass."""

        model = Council
        fields = (
            "duty_manager",
            "next_person_after",
            "manager_after",
            "worry_hours",
            "comment_days",
            "closing_days",
            "concern_days",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer those who may sign in as managers."""
        super().__init__(*args, **kwargs)
        _choose_from(
            self, "duty_manager", User.objects.filter(is_active=True).order_by("name")
        )


class YearForm(forms.Form):
    """The year whose bank holidays are added."""

    use_required_attribute = False

    year = forms.IntegerField(label=_("Year"))

    def clean_year(self) -> int:
        """Return the year; only those near enough to be known."""
        year: int = self.cleaned_data["year"]
        this = timezone.localdate().year
        if not this - 1 <= year <= this + 5:
            raise ValidationError(
                _("Choose a year from %(first)s to %(last)s.")
                % {"first": this - 1, "last": this + 5}
            )
        return year


def _choose_from(form: forms.BaseForm, name: str, people: QuerySet[User]) -> None:
    """Offer `people` in the field `name`."""
    field = form.fields[name]
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = people


def _moment(day: date, clock: time) -> datetime:
    """Return the moment at which the wall's clock shows `clock` on `day`."""
    return datetime.combine(day, clock, timezone.get_current_timezone())

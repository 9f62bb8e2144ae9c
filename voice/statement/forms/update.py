"""An owner's two minutes: how an action stands, why, and what its measures read."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from voice.statement.enums import ActionStatus
from voice.statement.logic.measured import holds_a_number, with_unit
from voice.statement.models import Action, Measure


class UpdateForm(forms.Form):
    """How one action stands now; a box for each of its measures."""

    status = forms.ChoiceField(
        label=_("How does it stand?"),
        choices=ActionStatus.choices,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Why does it stand so?"),
        help_text=_("Needed for red and amber. The board reads this."),
        max_length=300,
        required=False,
    )
    note = forms.CharField(
        label=_("What happened since last time?"),
        help_text=_("Two or three sentences are plenty. No names of children."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: QueryDict | None = None, *, action: Action, seen: int
    ) -> None:
        """Start from how the action stands, with a box for each measure.

        `seen` is the newest note, which whoever writes reads beside the form.
        """
        super().__init__(
            data,
            initial={"status": action.status, "reason": action.reason, "seen": seen},
        )
        self.measures: list[Measure] = list(action.measures.all())
        for measure in self.measures:
            self.fields[f"reading-{measure.pk}"] = forms.CharField(
                label=gettext("%(measure)s: what does it read now?")
                % {"measure": measure.title},
                help_text=reading_so_far(measure),
                max_length=50,
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Ask for a number where a measure is kept in numbers, so that it can be drawn."""
        for measure in self.measures:
            value = self.cleaned_data.get(f"reading-{measure.pk}", "").strip()
            counted = holds_a_number(measure.baseline)
            if value and counted and not holds_a_number(value):
                self.add_error(
                    f"reading-{measure.pk}",
                    gettext("Write it with a number, as “%(start)s” is.")
                    % {"start": told_start(measure)},
                )
        return self.cleaned_data

    def has_seen(self, newest: int) -> None:
        """Take it that whoever writes now reads the `newest` note, too."""
        self.data = {**self.data.dict(), "seen": str(newest)}  # type: ignore[attr-defined]

    def readings(self) -> list[tuple[Measure, str]]:
        """Return the measures that were read, each with what it reads."""
        given = [
            (measure, self.cleaned_data[f"reading-{measure.pk}"].strip())
            for measure in self.measures
        ]
        return [(measure, value) for measure, value in given if value]


def told_start(measure: Measure) -> str:
    """Return where a measure started, with its unit."""
    return with_unit(measure.baseline, measure.unit)


def reading_so_far(measure: Measure) -> str:
    """Return where a measure started, where it is and where it should go."""
    goal = with_unit(measure.target, measure.unit)
    words = {"start": told_start(measure), "goal": goal}
    latest = next(iter(measure.readings.all()), None)
    if latest is None:
        return (
            gettext("Start %(start)s, goal %(goal)s. Leave empty if not read yet.")
            % words
        )
    return gettext(
        "Start %(start)s, now %(now)s, goal %(goal)s. Leave empty if not read since."
    ) % (words | {"now": with_unit(latest.value, measure.unit)})

"""What the statement says: itself, its key themes, areas, actions and measures."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.inputs import day_input
from voice.statement.enums import SourceKind
from voice.statement.logic.sources import OURS, AreaSource
from voice.statement.models import (
    Action,
    Area,
    KeyTheme,
    Measure,
    Statement,
    TaskGroup,
)

MOST_KEY_THEMES = 20
LONGEST_TITLE = 200


class StatementForm(forms.ModelForm):
    """The statement's title, what it answers, and its period."""

    class Meta:
        """Its own fields."""

        model = Statement
        fields: ClassVar = (
            "title",
            "answers",
            "starts_on",
            "ends_on",
            "update_weeks",
        )
        widgets: ClassVar = {"starts_on": day_input(), "ends_on": day_input()}


class NewStatementForm(StatementForm):
    """A new statement, with the key themes it begins with."""

    key_themes = forms.CharField(
        label=_("Key themes"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "One a line. Plans like this usually have six; change these to yours. You "
            "can change, move and add some later."
        ),
    )

    def clean_key_themes(self) -> list[str]:
        """Return the titles; refuse far too many, and one that is far too long."""
        lines = self.cleaned_data["key_themes"].splitlines()
        titles = [words for line in lines if (words := line.strip())]
        if len(titles) > MOST_KEY_THEMES:
            raise forms.ValidationError(_("Those are more than twenty key themes."))
        if any(len(title) > LONGEST_TITLE for title in titles):
            raise forms.ValidationError(_("One of them is longer than 200 letters."))
        return titles


class KeyThemeForm(forms.ModelForm):
    """A key theme's number and title."""

    class Meta:
        """Its own fields."""

        model = KeyTheme
        fields: ClassVar = ("number", "title")


class AreaForm(forms.ModelForm):
    """An area's number and title, and where it comes from."""

    class Meta:
        """Its own fields."""

        model = Area
        fields: ClassVar = (
            "number",
            "title",
            "source_kind",
            "inspection",
            "recommendation",
            "inspected_on",
        )
        widgets: ClassVar = {
            "source_kind": forms.RadioSelect,
            "inspected_on": day_input(),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say of what belongs to a recommendation that it does."""
        super().__init__(*args, **kwargs)
        self.fields["inspected_on"].help_text = _(
            "Of a recommendation we need all three: inspection, number and date."
        )

    def clean(self) -> dict[str, Any]:
        """Return one source; refuse a recommendation without its number and date."""
        said = super().clean() or self.cleaned_data
        kind = said.get("source_kind")
        if kind == SourceKind.OURS:
            self.instance.inspection = self.instance.recommendation = ""
            self.instance.inspected_on = None
            said |= {"inspection": "", "recommendation": "", "inspected_on": None}
            said["source"] = OURS
            return said
        self._demand_all_three(said)
        said["source"] = AreaSource(
            SourceKind.RECOMMENDATION,
            said.get("inspection", ""),
            said.get("recommendation", ""),
            said.get("inspected_on"),
        )
        return said

    def _demand_all_three(self, said: dict[str, Any]) -> None:
        """Say of each part of a recommendation that is missing that it is."""
        for name, words in (
            ("inspection", _("Say which inspection.")),
            ("recommendation", _("Give the number of the recommendation.")),
            ("inspected_on", _("Give the date of its report.")),
        ):
            if not said.get(name) and name not in self.errors:
                self.add_error(name, words)

    def words(self) -> dict[str, Any]:
        """Return what the domain takes of an area."""
        said = self.cleaned_data
        return {name: said[name] for name in ("number", "title", "source")}


class ActionForm(forms.ModelForm):
    """What an action is, who owns it and by when."""

    class Meta:
        """Its own fields; how it stands is said in an update."""

        model = Action
        fields: ClassVar = (
            "number",
            "title",
            "owner_title",
            "owner",
            "task_group",
            "starts_on",
            "due_on",
        )
        widgets: ClassVar = {"starts_on": day_input(), "due_on": day_input()}

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Offer those who may own an action."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        owners = User.objects.filter(
            groups__name=Role.ACTION_OWNER.value, is_active=True
        )
        chosen = User.objects.filter(pk=self.instance.owner_id)
        self.fields["owner"].queryset = (owners | chosen).distinct()  # type: ignore[attr-defined]
        self.fields["owner"].empty_label = _("Nobody yet")  # type: ignore[attr-defined]
        self.fields["owner"].help_text = _(
            "They see it under “My actions” and say how it stands."
        )
        groups = self.fields["task_group"]
        groups.queryset = TaskGroup.objects.filter(  # type: ignore[attr-defined]
            statement=self.instance.area.key_theme.statement
        )
        groups.empty_label = _("None")  # type: ignore[attr-defined]
        groups.help_text = _("Its members may say how it stands, too.")


class MeasureForm(forms.ModelForm):
    """What is measured, where it starts and where it should go."""

    class Meta:
        """Its own fields."""

        model = Measure
        fields: ClassVar = ("title", "baseline", "target", "unit", "direction")
        widgets: ClassVar = {"direction": forms.RadioSelect}
        help_texts: ClassVar = {
            "title": _("For example: children who know who their worker is."),
            "baseline": _("For example: 65%"),
            "target": _("For example: 90%"),
        }

"""What the statement says: itself, its key themes, areas, actions and measures."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.statement.models import Action, Area, KeyTheme, Measure, Statement


def day_input() -> forms.DateInput:
    """Return an input that picks a day."""
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class StatementForm(forms.ModelForm):
    """The statement's title, what it answers, and its period."""

    class Meta:
        """Its own fields."""

        model = Statement
        fields: ClassVar = ("title", "answers", "starts_on", "ends_on")
        widgets: ClassVar = {"starts_on": day_input(), "ends_on": day_input()}


class KeyThemeForm(forms.ModelForm):
    """A key theme's number and title."""

    class Meta:
        """Its own fields."""

        model = KeyTheme
        fields: ClassVar = ("number", "title")


class AreaForm(forms.ModelForm):
    """An area's number, title and source."""

    class Meta:
        """Its own fields."""

        model = Area
        fields: ClassVar = ("number", "title", "source")


class ActionForm(forms.ModelForm):
    """What an action is, who owns it and by when."""

    class Meta:
        """Its own fields; how it stands is said in an update."""

        model = Action
        fields: ClassVar = ("title", "owner_title", "owner", "due_on")
        widgets: ClassVar = {"due_on": day_input()}

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


class MeasureForm(forms.ModelForm):
    """What is measured, where it starts and where it should go."""

    class Meta:
        """Its own fields."""

        model = Measure
        fields: ClassVar = ("title", "baseline", "target")
        help_texts: ClassVar = {
            "title": _("For example: children who know who their worker is."),
            "baseline": _("For example: 65%"),
            "target": _("For example: 90%"),
        }

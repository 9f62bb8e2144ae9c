"""Which actions are listed, and in which order."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from voice.statement.enums import ActionStatus
from voice.statement.models import Statement
from voice.statement.queries.action_list import Only, Order, Wanted, owner_titles

ALL = ("", _("All"))


class ActionFilterForm(forms.Form):
    """What is looked for among a statement's actions; nothing at all finds all."""

    q = forms.CharField(label=_("Find words"), required=False, max_length=100)
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[ALL, *ActionStatus.choices]
    )
    key_theme = forms.ChoiceField(label=_("Key theme"), required=False)
    owner = forms.ChoiceField(label=_("Owner"), required=False)
    group = forms.ChoiceField(label=_("Task group"), required=False)
    only = forms.ChoiceField(
        label=_("Which"), required=False, choices=[ALL, *Only.choices]
    )
    sort = forms.ChoiceField(
        label=_("In order of"), required=False, choices=Order.choices
    )

    def __init__(self, data: QueryDict, *, statement: Statement) -> None:
        """Offer the statement's own key themes, owners and task groups."""
        super().__init__(data)
        themes = statement.key_themes.order_by("number")
        groups = statement.task_groups.all()
        titles = owner_titles(statement)
        choices = {
            "key_theme": [(str(one.pk), str(one)) for one in themes],
            "owner": [(title, title) for title in titles],
            "group": [(str(one.pk), str(one)) for one in groups],
        }
        for name, offered in choices.items():
            self.fields[name].choices = [ALL, *offered]  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        """Return what is looked for; whatever was not understood is left out."""
        self.is_valid()
        said = self.cleaned_data
        return Wanted(
            words=said.get("q", "").strip(),
            status=said.get("status", ""),
            key_theme=int(said.get("key_theme") or 0),
            owner=said.get("owner", ""),
            group=int(said.get("group") or 0),
            only=said.get("only", ""),
            order=said.get("sort") or Order.PLAN,
        )

    @property
    def narrows(self) -> bool:
        """Say whether anything but the order was asked for."""
        asked = self.cleaned_data if self.is_valid() else self.data
        return any(asked.get(name) for name in self.fields if name != "sort")

"""A task group: its name, who leads it, who is in it."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.accounts.enums import Role
from voice.accounts.models import User
from voice.statement.models import TaskGroup


class TaskGroupForm(forms.ModelForm):
    """Name, lead and members; members are chosen among those who own actions."""

    class Meta:
        """Its own fields."""

        model = TaskGroup
        fields: ClassVar = ("name", "lead_title", "members")
        widgets: ClassVar = {"members": forms.CheckboxSelectMultiple}

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Offer those who may own an action, and who is in it already."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        may = User.objects.filter(groups__name=Role.ACTION_OWNER.value, is_active=True)
        members = self.fields["members"]
        members.queryset = may.order_by("name")  # type: ignore[attr-defined]
        members.help_text = _(
            "They see the group's actions under “My actions” and say how they stand."
        )

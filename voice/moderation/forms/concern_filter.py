"""Which concerns a lead wants to see; nothing here searches in words of a child."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from surveys.models import Survey
from voice.accounts.models import User
from voice.moderation.enums import ConcernState, RaisedBy
from voice.moderation.models import Concern


class ConcernFilter(forms.Form):
    """Which concerns a lead wants to see; what makes no sense is left aside."""

    state = forms.ChoiceField(
        label=_("State"),
        choices=[("", _("All")), ("open", _("Not decided")), *ConcernState.choices],
        required=False,
    )
    raised_from = forms.ChoiceField(
        label=_("Came from"),
        choices=[("", _("Anywhere")), *RaisedBy.choices],
        required=False,
    )
    survey = forms.ModelChoiceField(
        label=_("Survey"),
        queryset=Survey.objects.none(),
        empty_label=_("All"),
        required=False,
    )
    reference = forms.CharField(
        label=_("Reference"),
        help_text=_("All of it or a part. Words of a child are never searched."),
        max_length=100,
        required=False,
    )
    mine = forms.BooleanField(label=_("Only those I saw or decided"), required=False)

    def __init__(self, *args: Any, concerns: QuerySet[Concern], **kwargs: Any) -> None:
        """Offer the surveys that `concerns` are about."""
        super().__init__(*args, **kwargs)
        self.fields["survey"].queryset = Survey.objects.filter(  # type: ignore[attr-defined]
            pk__in=concerns.order_by().values("survey")
        ).order_by("title")

    def narrow(self, concerns: QuerySet[Concern], *, lead: User) -> QuerySet[Concern]:
        """Return those of `concerns` that were asked for."""
        self.is_valid()
        asked = self.cleaned_data
        if asked.get("state") == "open":
            concerns = concerns.filter(state__in=ConcernState.open())
        elif asked.get("state"):
            concerns = concerns.filter(state=asked["state"])
        if asked.get("raised_from"):
            concerns = concerns.filter(raised_from=asked["raised_from"])
        if asked.get("survey"):
            concerns = concerns.filter(survey=asked["survey"])
        if asked.get("reference"):
            concerns = concerns.filter(reference__icontains=asked["reference"])
        if asked.get("mine"):
            concerns = concerns.filter(
                Q(seen_by=lead) | Q(acted_by=lead) | Q(decided_by=lead)
            )
        return concerns

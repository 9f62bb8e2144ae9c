"""Reads what a worker says of a group, and what it should look at."""

from datetime import timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.accounts.permissions import Visitor
from voice.council.queries.bands import band_choices
from voice.young_editors.enums import CameOfIt, Kind
from voice.young_editors.models import EditorsGroup
from voice.young_editors.models.editors_group import MOST
from voice.young_editors.subjects import subjects_of

A_WHILE = timedelta(days=14)
BETWEEN = ":"


def languages_field() -> forms.MultipleChoiceField:
    """Return boxes for the languages of the house."""
    return forms.MultipleChoiceField(
        label=_("Languages"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one language.")},
    )


class GroupForm(forms.ModelForm):
    """What a group is called, about how many they are, and who is with them."""

    languages = languages_field()

    class Meta:
        """Its own fields."""

        model = EditorsGroup
        fields = ("name", "about_how_many", "supported_by", "languages")
        widgets = {
            "about_how_many": forms.NumberInput(attrs={"min": 2, "max": MOST}),
        }


class AskForm(forms.Form):
    """What a group should look at, in which languages and bands, and until when."""

    thing = forms.ChoiceField(
        label=_("What should they read?"),
        help_text=_("Surveys, sentences and replies that you work on."),
        error_messages={"required": _("Choose something.")},
    )
    languages = languages_field()
    age_bands = forms.MultipleChoiceField(
        label=_("Words for which ages?"),
        help_text=_("Of questions. Tick none to show the words for every age."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    expires_on = forms.DateField(
        label=_("Until when?"),
        help_text=_("The last day on which the code opens it; sixty days at most."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(
        self, *args: Any, user: Visitor, group: EditorsGroup, **kwargs: Any
    ) -> None:
        """Offer what `user` writes, and what the group reads."""
        super().__init__(*args, **kwargs)
        found = [
            (
                kind.label,
                [(f"{kind}{BETWEEN}{pk}", title) for pk, title in titles.items()],
            )
            for kind, titles in subjects_of(user).items()
            if titles
        ]
        self.has_things = bool(found)
        self.fields["thing"].choices = [("", _("Choose…")), *found]  # type: ignore[attr-defined]
        self.fields["age_bands"].choices = band_choices()  # type: ignore[attr-defined]
        self.fields["languages"].initial = group.languages
        self.fields["expires_on"].initial = timezone.localdate() + A_WHILE

    def asked(self) -> dict[str, Any]:
        """Return what was typed, as `ask_group` takes it."""
        kept = self.cleaned_data
        kind, pk = kept["thing"].split(BETWEEN)
        return {
            "kind": Kind(kind),
            "pk": int(pk),
            "languages": kept["languages"],
            "age_bands": kept["age_bands"],
            "expires_on": kept["expires_on"],
        }


class TellForm(forms.Form):
    """What came of one comment, as the group is told."""

    came_of_it = forms.ChoiceField(
        label=_("What came of it"),
        choices=[
            (one.value, one.label) for one in CameOfIt if one in CameOfIt.answered()
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether it was changed.")},
    )
    told = forms.CharField(
        label=_("What you tell them"),
        help_text=_(
            "They read it with the same code. If nothing was changed, say why."
        ),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ReasonForm(forms.Form):
    """Why something goes out without the young editors' yes."""

    reason = forms.CharField(
        label=_("Why does it go out without their yes?"),
        help_text=_("The board and the inspectors read this, word for word."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why in a sentence. The board reads it.")},
    )

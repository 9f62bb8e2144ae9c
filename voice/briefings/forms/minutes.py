"""Meetings, what they agreed, what came of it, and sentences young editors agreed."""

from datetime import date
from typing import ClassVar

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.briefings.enums import DecisionState
from voice.briefings.models import Decision, Headline, Meeting, ProposedHeadline
from voice.briefings.queries.meetings import meetings_kept
from voice.council.enums import BASE_LANGUAGE
from voice.inputs import day_input, in_language
from voice.statement.models import Statement


class MeetingForm(forms.ModelForm):
    """When the board meets, and what the meeting is called."""

    class Meta:
        """Its own fields."""

        model = Meeting
        fields: ClassVar = ("name", "on")
        widgets: ClassVar = {"on": day_input()}
        help_texts: ClassVar = {"name": _("For example: Improvement board, March")}


class DecisionForm(forms.ModelForm):
    """What a meeting agreed, whose it is and by when."""

    class Meta:
        """Its own fields; how it ended is said later."""

        model = Decision
        fields: ClassVar = ("meeting", "what", "owner_title", "due_on", "key_theme")
        widgets: ClassVar = {"due_on": day_input()}

    def __init__(
        self, *args: object, statement: Statement | None, **kwargs: object
    ) -> None:
        """Offer the meetings that were held, and the statement's key themes."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        held = meetings_kept().filter(on__lte=timezone.localdate())
        self.fields["meeting"].queryset = held  # type: ignore[attr-defined]
        self.fields["meeting"].empty_label = None  # type: ignore[attr-defined]
        self.fields["meeting"].initial = held.first()
        themes = self.fields["key_theme"]
        themes.queryset = themes.queryset.filter(statement=statement)  # type: ignore[attr-defined]
        themes.empty_label = _("The whole statement")  # type: ignore[attr-defined]


class EndingForm(forms.Form):
    """How something agreed has ended, when, and what came of it."""

    state = forms.ChoiceField(
        label=_("How it ended"),
        choices=[(one.value, one.label) for one in DecisionState if one != "open"],
        widget=forms.RadioSelect,
    )
    done_on = forms.DateField(
        label=_("On"), widget=day_input(), initial=timezone.localdate
    )
    came_of_it = forms.CharField(
        label=_("What came of it"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("If it will not be done, say why."),
    )


class TellForm(forms.Form):
    """Something agreed in words for young people, in each language of the house."""

    def __init__(self, *args: object, decision: Decision, **kwargs: object) -> None:
        """Add a box for each language, with what is told by now."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for code, name in settings.LANGUAGES:
            self.fields[f"told_{code}"] = forms.CharField(
                label=_("In words for young people (%(language)s)")
                % {"language": name},
                initial=decision.told.get(code, ""),
                max_length=300,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2, **in_language(code)}),
            )
        self.fields[f"told_{BASE_LANGUAGE}"].help_text = _(
            "Short and plain, without numbers or names. Whoever answered reads it with "
            "their receipt. Leave it empty to tell them nothing of it."
        )

    def words(self) -> dict[str, str]:
        """Return what was typed, by language."""
        return {
            name.removeprefix("told_"): words
            for name, words in self.cleaned_data.items()
        }


class HeadlineForm(forms.ModelForm):
    """A sentence young editors agreed, in each language; which group, and when."""

    class Meta:
        """Its own fields."""

        model = Headline
        fields: ClassVar = ("sentence", "agreed_by", "agreed_on", "how")
        widgets: ClassVar = {"agreed_on": day_input()}
        help_texts: ClassVar = {
            "sentence": _("Their words, not ours, and no number in it."),
            "agreed_by": _(
                "The group, never a person. For example: Children in Care Council"
            ),
            "how": _(
                "The board reads this. For example: at their meeting, with hands up; "
                "they did not want to use the code."
            ),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Add a box for each language of the house but the base one."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        add_wordings(self)
        self.fields["how"].required = True

    def words(self) -> dict[str, str]:
        """Return the sentence in other languages, by their codes."""
        return words_of(self)

    def agreed(self) -> tuple[str, str, date]:
        """Return the sentence, who agreed it and when."""
        kept = self.cleaned_data
        return kept["sentence"], kept["agreed_by"], kept["agreed_on"]


class ProposedForm(forms.ModelForm):
    """A sentence that young editors can be asked about, in each language."""

    class Meta:
        """Its own fields."""

        model = ProposedHeadline
        fields: ClassVar = ("sentence",)
        help_texts: ClassVar = {
            "sentence": _("As they would say it, and no number in it."),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Add a box for each language of the house but the base one."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        add_wordings(self)
        for code, words in self.instance.wordings.items():
            self.initial[f"wording_{code}"] = words

    def words(self) -> dict[str, str]:
        """Return the sentence in other languages, by their codes."""
        return words_of(self)


def add_wordings(form: forms.ModelForm) -> None:
    """Add a box for the sentence in each language of the house but the base one."""
    for code, name in settings.LANGUAGES:
        if code != BASE_LANGUAGE:
            form.fields[f"wording_{code}"] = forms.CharField(
                label=_("The same in %(language)s") % {"language": name},
                max_length=200,
                required=False,
                widget=forms.TextInput(attrs=in_language(code)),
            )
    form.order_fields(
        ["sentence", *(one for one in form.fields if one.startswith("wording_"))]
    )


def words_of(form: forms.ModelForm) -> dict[str, str]:
    """Return the sentence in other languages, by their codes."""
    return {
        name.removeprefix("wording_"): words
        for name, words in form.cleaned_data.items()
        if name.startswith("wording_")
    }

"""What a worker types of a promise."""

from collections.abc import Sequence

from django import forms
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from voice.council.enums import BASE_LANGUAGE
from voice.inputs import day_input, in_language
from voice.releases.logic.tables import QuestionTable
from voice.replies.enums import PromiseState
from voice.replies.models import Promise
from voice.replies.queries import language_name
from voice.statement.models import Action


class PromiseForm(forms.Form):
    """A promise before the reply is out, in each language of the consultation."""

    text = forms.CharField(
        label=_("What we promise"), max_length=300, widget=forms.Textarea({"rows": 2})
    )
    owner_title = forms.CharField(
        label=_("Who keeps it"),
        max_length=200,
        help_text=_("A job title, never a name."),
    )
    due_on = forms.DateField(label=_("By when"), widget=day_input())
    action = forms.ModelChoiceField(
        label=_("Action of the statement it belongs to"),
        queryset=Action.objects.all(),
        required=False,
        empty_label=_("None"),
    )

    def __init__(
        self, *args: object, languages: Sequence[str], **kwargs: object
    ) -> None:
        """Add boxes for every language of `languages` but the base one."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.languages = [code for code in languages if code != BASE_LANGUAGE]
        for code in self.languages:
            said = {"language": language_name(code)}
            self.fields[f"text_{code}"] = forms.CharField(
                label=_("What we promise (%(language)s)") % said,
                max_length=300,
                required=False,
                widget=forms.Textarea({"rows": 2, **in_language(code)}),
            )
            self.fields[f"owner_title_{code}"] = forms.CharField(
                label=_("Who keeps it (%(language)s)") % said,
                max_length=200,
                required=False,
                widget=forms.TextInput(in_language(code)),
            )

    @classmethod
    def of(
        cls, promise: Promise, *, languages: Sequence[str], data: object = None
    ) -> "PromiseForm":
        """Return the form of a promise, with its words in every language."""
        written: dict[str, object] = {
            "text": promise.text,
            "owner_title": promise.owner_title,
            "due_on": promise.due_on,
            "action": promise.action,
        }
        for wording in promise.wordings.all():
            written[f"text_{wording.language}"] = wording.text
            written[f"owner_title_{wording.language}"] = wording.owner_title
        return cls(data, languages=languages, initial=written)  # type: ignore[arg-type]

    def base(self) -> dict[str, object]:
        """Return what was written in the base language, as the domain takes it."""
        return {
            part: self.cleaned_data[part]
            for part in ("text", "owner_title", "due_on", "action")
        }

    def others(self) -> list[dict[str, str]]:
        """Return what was written in each other language, as the domain takes it."""
        return [
            {
                "language": code,
                "text": self.cleaned_data[f"text_{code}"],
                "owner_title": self.cleaned_data[f"owner_title_{code}"],
            }
            for code in self.languages
            if self.cleaned_data[f"text_{code}"]
        ]


class StandingForm(forms.Form):
    """How a promise stands, once young people have read it."""

    state = forms.ChoiceField(
        label=_("How it stands"), choices=PromiseState, widget=forms.RadioSelect
    )
    reason = forms.CharField(
        label=_("Why, in a sentence young people can read"),
        max_length=300,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Needed when it is broken or changed, or its date moves."),
    )
    new_due_on = forms.DateField(
        label=_("New date"),
        required=False,
        widget=day_input(),
        help_text=_("The first date stays on the page beside it."),
    )

    def __init__(self, *args: object, promise: Promise, **kwargs: object) -> None:
        """Start from how the promise stands; a reason in each language it has."""
        wordings = list(promise.wordings.all())
        written = {
            "state": promise.state,
            "reason": promise.reason,
            "new_due_on": promise.new_due_on,
        } | {f"reason_{said.language}": said.reason for said in wordings}
        super().__init__(*args, initial=written, **kwargs)  # type: ignore[arg-type,misc]
        self.wordings = wordings
        for said in wordings:
            self.fields[f"reason_{said.language}"] = forms.CharField(
                label=_("Why (%(language)s)")
                % {"language": language_name(said.language)},
                max_length=300,
                required=False,
                widget=forms.Textarea({"rows": 2, **in_language(said.language)}),
            )


class NoteForm(forms.Form):
    """What was done for a promise."""

    text = forms.CharField(
        label=_("What was done"),
        max_length=500,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("For colleagues. No names of children."),
    )

    shown_at = forms.URLField(
        label=_("Where anybody can see it"),
        required=False,
        assume_scheme="https",
        max_length=200,
        help_text=_(
            "Evidence that it was done: the address of a page or a paper that is "
            "public already. Young people find it beside your words to them."
        ),
        validators=(URLValidator(schemes=("https",)),),
    )

    def __init__(self, *args: object, promise: Promise, **kwargs: object) -> None:
        """Add a box for young people's words in each language of the promise."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        others = [said.language for said in promise.wordings.all()]
        self.languages = [BASE_LANGUAGE, *others]
        for code in self.languages:
            self.fields[f"told_{code}"] = forms.CharField(
                label=_("The same for young people (%(language)s)")
                % {"language": language_name(code)},
                max_length=300,
                required=False,
                widget=forms.Textarea({"rows": 2, **in_language(code)}),
            )
        self.fields[f"told_{BASE_LANGUAGE}"].help_text = _(
            "Plain words, no numbers. They read it beside the promise as soon as you "
            "save it. Leave it empty to tell them nothing."
        )

    def told(self) -> dict[str, str]:
        """Return what young people are told, by language."""
        return {code: self.cleaned_data[f"told_{code}"] for code in self.languages}


class AskBackForm(forms.Form):
    """Whether something that was asked before is asked again beside the two."""

    again = forms.ChoiceField(
        label=_("Ask again, word for word, what was asked then"),
        required=False,
        help_text=_("Then the answers of then and now stand side by side."),
    )

    def __init__(
        self, *args: object, questions: Sequence[QuestionTable], **kwargs: object
    ) -> None:
        """Offer `questions`."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        asked = [(one["key"], one["prompt"]) for one in questions]
        self.fields["again"].choices = [("", _("Nothing else")), *asked]  # type: ignore[attr-defined]

"""The page on which a worker writes up a session: facts, statements, a photograph."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from surveys.domain.session_notes import SessionFacts
from surveys.domain.statements import Photograph, Statement
from surveys.enums import HelpedBy
from surveys.logic.answers import LONGEST_TEXT, Refused, kept_words
from surveys.models.session_note import MOST_PRESENT
from voice.inputs import day_input

HELPERS = [
    choice
    for choice in HelpedBy.choices
    if choice[0] not in {HelpedBy.NOT_SAID, HelpedBy.NOBODY}
]
EMPTY_BOXES = 3
MOST_STATEMENTS = 60
NOT_SAID = ("", _("Not said, or they did not agree"))
Choices = Sequence[tuple[str, Any]]


class SessionForm(forms.Form):
    """When it was, where in broad words, how many were there, and who helped."""

    use_required_attribute = False

    once = forms.UUIDField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    planned = forms.ChoiceField(
        label=_("Was it a planned session?"),
        help_text=_("Then it is not asked for any more."),
        required=False,
    )
    held_on = forms.DateField(
        label=_("When was it?"),
        help_text=_("Only its week is kept beside what was said."),
        widget=day_input(),
    )
    label = forms.CharField(
        label=_("Where, in broad words?"),
        help_text=_("For example: a youth club in the north. No name, no address."),
        max_length=80,
        required=False,
    )
    present = forms.IntegerField(
        label=_("How many young people were there?"),
        min_value=1,
        max_value=MOST_PRESENT,
    )
    age_bands = forms.MultipleChoiceField(
        label=_("How old were they?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one age band.")},
    )
    language = forms.ChoiceField(label=_("In which language do you write it down?"))
    helped_by = forms.MultipleChoiceField(
        label=_("Who helped?"),
        help_text=_("Besides you. What they are, never who."),
        choices=HELPERS,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    looked = forms.BooleanField(
        label=_("I have looked: none of these tells who a young person is"),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        bands: Choices,
        languages: Choices,
        planned: Choices = (),
        **kw: Any,
    ) -> None:
        """Offer these bands and languages, and planned sessions where there are any."""
        super().__init__(*args, **kw)
        for name, choices in (
            ("age_bands", bands),
            ("language", languages),
            ("planned", [("", _("No, it was not planned here")), *planned]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
            field.choices = choices
        if not planned:
            del self.fields["planned"]

    def clean_held_on(self) -> date:
        """Return the day; it has been."""
        day: date = self.cleaned_data["held_on"]
        if day > timezone.localdate():
            raise ValidationError(_("This day has not been yet."))
        return day

    def facts(self) -> SessionFacts:
        """Return what was said of the session."""
        said = self.cleaned_data
        names = ("held_on", "present", "age_bands", "language", "label", "helped_by")
        planned = said.get("planned")
        return SessionFacts(
            planned_id=UUID(planned) if planned else None,
            **{name: said[name] for name in names},
        )


class SaidForm(forms.Form):
    """About which question, by whom if they agreed, and whether it may be quoted."""

    use_required_attribute = False

    question = forms.ChoiceField(
        label=_("About which question?"),
        required=False,
        help_text=_("The one it comes nearest to."),
    )
    age_band = forms.ChoiceField(
        label=_("Who said it, if they agreed to tell?"), required=False
    )
    may_quote = forms.BooleanField(
        label=_("They said yes to being quoted, without a name"), required=False
    )

    def __init__(
        self, *args: Any, questions: Choices, bands: Choices, **kw: Any
    ) -> None:
        """Offer these questions, and these bands."""
        super().__init__(*args, **kw)
        for name, choices in (
            ("question", [("", _("Choose a question")), *questions]),
            ("age_band", [NOT_SAID, *bands]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
            field.choices = choices

    def ask_question(self, *, said: object) -> None:
        """Refuse something said that is about no question."""
        if said and not self.cleaned_data.get("question"):
            self.add_error("question", _("Choose the question it comes nearest to."))


class StatementForm(SaidForm):
    """One thing that was said."""

    field_order = ("id", "words", "question", "age_band", "may_quote", "remove")

    id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    words = forms.CharField(
        label=_("What was said"),
        help_text=_("As they said it, as far as you can. Never a young person's name."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        strip=False,
    )
    remove = forms.BooleanField(label=_("Take this out"), required=False)

    def clean_words(self) -> str:
        """Return the words as they are kept; empty for an empty box."""
        words: str = self.cleaned_data["words"]
        if not words.strip():
            return ""
        try:
            return kept_words(words, longest=LONGEST_TEXT)
        except Refused:
            raise ValidationError(
                _(
                    "This cannot be kept: it is longer than %(most)d characters, or "
                    "holds a character that cannot be stored."
                )
                % {"most": LONGEST_TEXT}
            ) from None

    def clean(self) -> dict[str, Any]:
        """Refuse words about no question."""
        said = super().clean() or {}
        if not said.get("remove"):
            self.ask_question(said=said.get("words"))
        return said

    @property
    def is_empty(self) -> bool:
        """Say whether nothing stands in it, and nothing did before."""
        said = self.cleaned_data
        return not said.get("id") and not said.get("words")

    def statement(self) -> Statement:
        """Return what was said; without words when it is taken out."""
        said = self.cleaned_data
        return Statement(
            id=said["id"],
            words="" if said["remove"] else said["words"],
            question=said["question"],
            age_band=said["age_band"],
            may_quote=said["may_quote"],
        )


class PhotographForm(SaidForm):
    """One photograph of what a group wrote down together."""

    content = forms.FileField(
        label=_("A photograph of a flipchart"),
        help_text=_(
            "JPEG, PNG or WebP, at most 8 MB. Where and when it was taken is removed. No "
            "faces. A reader writes down what it says."
        ),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    field_order = ("content", "question", "age_band", "may_quote")

    def clean(self) -> dict[str, Any]:
        """Refuse a photograph about no question."""
        said = super().clean() or {}
        self.ask_question(said=said.get("content"))
        return said

    def photograph(self) -> Photograph | None:
        """Return the photograph that was chosen, if one was."""
        said = self.cleaned_data
        sent: UploadedFile | None = said.get("content")
        if sent is None:
            return None
        return Photograph(
            content=sent.read(),
            question=said["question"],
            age_band=said["age_band"],
            may_quote=said["may_quote"],
        )

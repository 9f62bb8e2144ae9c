"""Forms of proposing and recalling releases, and of refusing quotes."""

from collections.abc import Sequence

from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from voice.moderation.models import Reading
from voice.moderation.queries.kept import kept_texts, kept_translations
from voice.releases.domain.recalls import CannotRecall, refuse_reason


class ProposalForm(forms.Form):
    """Which kept words travel with a release; none is fine."""

    quotes = forms.MultipleChoiceField(
        label=_("Quotes to put in"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Young people and readers have said yes to each of these. Leave out "
            "anything that somebody close to the young person would recognise."
        ),
    )

    leave_out = forms.MultipleChoiceField(
        label=_("Leave out of this release"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Without these, what is left holds. They are then told as not shown."
        ),
    )

    def __init__(
        self,
        *args: object,
        readings: Sequence[Reading],
        leave_out: Sequence[tuple[str, str]] = (),
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.offers_less = bool(leave_out)
        less = self.fields["leave_out"]
        if isinstance(less, forms.MultipleChoiceField):
            less.choices = list(leave_out)
        self.comments = {str(one.comment_id): one.comment for one in readings}
        field = self.fields["quotes"]
        if isinstance(field, forms.MultipleChoiceField):
            field.choices = _offered(readings)


def _offered(readings: Sequence[Reading]) -> list[tuple[str, str]]:
    """Return each comment with its kept words, and its translation beside them."""
    texts, translations = kept_texts(readings), kept_translations(readings)
    return [
        (
            str(reading.comment_id),
            render_to_string(
                "releases/quote_choice.html",
                {
                    "text": texts[reading.pk],
                    "lang": reading.comment.language,
                    "translated": translations.get(reading.pk),
                },
            ),
        )
        for reading in readings
    ]


class RefusalForm(forms.Form):
    """Why a quote is struck out."""

    why = forms.CharField(
        label=_("Why should it not be used?"),
        max_length=200,
        help_text=_(
            "For example: a carer would know who this is. Do not repeat the words."
        ),
    )


class RecallForm(forms.Form):
    """Why a release is taken back; `sure` comes with the second step alone."""

    why = forms.CharField(
        label=_("Why is it recalled?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "One or two sentences. Everybody who reads what it told sees them, the "
            "board and young people too. No numbers, no names, and nothing that a "
            "young person said."
        ),
    )

    def clean_why(self) -> str:
        """Return the reason; refuse one that could not stand above a release."""
        why: str = self.cleaned_data["why"].strip()
        try:
            refuse_reason(why)
        except CannotRecall as refused:
            raise forms.ValidationError(str(refused)) from refused
        return why


class ExportForm(forms.Form):
    """What all answers of a survey are needed for."""

    why = forms.CharField(
        label=_("What do you need it for?"),
        min_length=10,
        max_length=300,
        help_text=_(
            "For example: to look at answers by school year with the youth council. "
            "Do not name a young person."
        ),
    )

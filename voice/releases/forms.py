"""Forms of proposing and recalling releases, refusing quotes, and earlier rounds."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from surveys.domain.opening_files import open_grid
from surveys.logic.grid import LONGEST_FILE, BadGrid
from surveys.models import Survey
from voice.inputs import day_input
from voice.moderation.models import Reading
from voice.moderation.queries.kept import kept_texts, kept_translations
from voice.releases.domain.earlier_rounds import RoundNotEarlier, may_be_earlier
from voice.releases.domain.recalls import CannotRecall, refuse_reason
from voice.releases.earlier_words import FILES, error_sentences
from voice.releases.logic.earlier import EarlierCounts, earlier_tables
from voice.releases.logic.earlier_answers import count_answers
from voice.releases.logic.earlier_sheet import is_ours, read_counts
from voice.releases.logic.round_draft import RoundDraft
from voice.releases.logic.round_trouble import BadRound
from voice.releases.queries.earlier_rounds import measures_of
from voice.releases.queries.rule import current_rule
from voice.shown import ShownForm


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
        help_text=_("What is left is tried again. These are then told as not shown."),
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


class EarlierRoundForm(forms.Form):
    """A file of an earlier round, and where it comes from."""

    title = forms.CharField(
        label=_("What the round was called"),
        max_length=200,
        help_text=_("For example: My care, spring 2024."),
    )
    source = forms.CharField(
        label=_("Where its numbers come from"),
        max_length=200,
        help_text=_("The tool and the file. For example: Viewpoint, export of 3 June."),
    )
    held_on = forms.DateField(
        label=_("The day it closed"),
        widget=day_input(),
    )
    asked_who = forms.CharField(
        label=_("Who was asked"),
        max_length=200,
        help_text=_("For example: 8 to 17 in care."),
    )
    asked = forms.IntegerField(
        label=_("How many could have answered"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        help_text=_("Leave it empty if nobody knows any more."),
    )
    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        help_text=_(
            "Our sheet, filled in; or an export with a row for each young person and a "
            "column for each question (XLSX or CSV)."
        ),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty."),
        },
    )

    def __init__(self, *args: Any, survey: Survey, **kwargs: Any) -> None:
        """Read files for the questions and themes of `survey`."""
        super().__init__(*args, **kwargs)
        self.survey = survey
        self.row_errors: list[str] = []

    def clean_held_on(self) -> date:
        """Return the day; one on which the survey was open already is refused."""
        day: date = self.cleaned_data["held_on"]
        if not may_be_earlier(self.survey, day):
            raise forms.ValidationError(str(RoundNotEarlier()))
        return day

    def clean_file(self) -> EarlierCounts:
        """Return what the file counts; what is wrong row by row is in `row_errors`."""
        try:
            grid = open_grid(self.cleaned_data["file"].read(LONGEST_FILE + 1))
            measures = measures_of(self.survey)
            read = read_counts if is_ours(grid) else count_answers
            return read(grid, measures)
        except BadGrid as bad:
            raise forms.ValidationError(str(FILES[bad.trouble])) from None
        except BadRound as bad:
            self.row_errors = error_sentences(bad.errors)
            raise forms.ValidationError(
                _("The file cannot be taken yet. What to put right stands below.")
            ) from None

    def clean(self) -> dict[str, Any]:
        """Refuse fewer who could answer than did."""
        said = super().clean() or self.cleaned_data
        counts, asked = said.get("file"), said.get("asked")
        if counts is not None and asked is not None and asked < counts.answered:
            self.add_error(
                "asked", _("More answered than could have. Look at both numbers.")
            )
        return said

    def draft(self) -> RoundDraft:
        """Return the round as others would see it: protected, without a true number."""
        said = self.cleaned_data
        tables = earlier_tables(
            replace(said["file"], asked=said["asked"]),
            measures_of(self.survey),
            current_rule(),
            title=said["title"],
            asked_who=said["asked_who"],
        )
        return RoundDraft(said["title"], said["source"], said["held_on"], tables)


class KeepRoundForm(ShownForm):
    """A round as it was shown, signed by this house, sent back to be kept."""

    def __init__(self, *args: Any, survey: Survey, by: int, **kwargs: Any) -> None:
        """Take what was shown to this person, of this survey."""
        of = f"releases.earlier_round:{survey.pk}"
        super().__init__(*args, of=of, by=by, **kwargs)

    def showing(self, draft: RoundDraft) -> str:
        """Return a round so that nobody can change it on its way."""
        return self.signed(asdict(draft) | {"held_on": draft.held_on.isoformat()})

    def clean_shown(self) -> RoundDraft:
        """Return the round as it was shown; raises ValidationError for anything else."""
        said = super().clean_shown()
        return RoundDraft(**said | {"held_on": date.fromisoformat(said["held_on"])})

"""Bringing a file as evidence: what it is, where it belongs and what it does there."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from voice.inputs import day_input
from voice.statement.forms.evidence import STANCES, grouped
from voice.statement.queries import Place

KINDS = ".pdf,.docx,.png,.jpg,.jpeg,.webp,.csv"


class EvidenceFileForm(forms.Form):
    """A file, what it is called, from where and of which day, and what it shows."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": KINDS}),
        help_text=_(
            "PDF, Word, a picture or a CSV table, at most 10 MB. From a picture we take "
            "out where it was taken; PDF and Word keep the name of who wrote them."
        ),
        error_messages={"required": _("Choose the file.")},
    )
    title = forms.CharField(
        label=_("What is it called?"),
        max_length=200,
        help_text=_("For example: Notes of the Children in Care Council. No names."),
    )
    source = forms.CharField(
        label=_("Where is it from?"),
        max_length=200,
        help_text=_("Who wrote it or made it: a group or a job title."),
    )
    dated_on = forms.DateField(label=_("Of which day is it?"), widget=day_input())
    shows = forms.CharField(
        label=_("What does it show?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences, for those who will not open it."),
    )
    place = forms.ChoiceField(label=_("Where does it belong?"))
    stance = forms.ChoiceField(
        label=_("What does it do there?"), choices=STANCES, widget=forms.RadioSelect
    )

    def __init__(
        self,
        data: object = None,
        files: MultiValueDict[str, UploadedFile] | None = None,
        *,
        places: Sequence[Place],
        place: str = "",
    ) -> None:
        """Offer these places; `place` is chosen beforehand."""
        super().__init__(data, files, initial={"place": place})  # type: ignore[arg-type]
        self.places = {one.key: one for one in places}
        self.fields["place"].choices = grouped(places)  # type: ignore[attr-defined]

    def clean_dated_on(self) -> date:
        """Return the day it is of, which cannot be to come."""
        day: date = self.cleaned_data["dated_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return day


class ReasonForm(forms.Form):
    """Why a piece of evidence is set aside."""

    reason = forms.CharField(
        label=_("Why is it set aside?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody who reads the evidence reads this, the board too."),
        error_messages={
            "required": _("Say why it is set aside: everybody reads that.")
        },
    )


class AnswerForm(forms.Form):
    """What the council says to evidence that challenges it."""

    text = forms.CharField(
        label=_("What do you say to it?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "What you make of it and what you will do, in two or three sentences. The "
            "board reads this. No names of children."
        ),
        error_messages={
            "required": _("Say what you make of it, and what you will do.")
        },
    )

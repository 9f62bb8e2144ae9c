"""The forms in which a codebook is brought in from a file."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from surveys.models import Consultation
from surveys.queries.members import consultations_of
from voice.accounts.permissions import Visitor
from voice.themes.logic.codebook_file import (
    BadCodebook,
    CodebookFile,
    CodebookTrouble,
    from_json,
)
from voice.themes.logic.codebook_xlsx import read_xlsx
from voice.themes.logic.refi_qdc import read_qdc

SENTENCES: dict[CodebookTrouble, str | Promise] = {
    CodebookTrouble.TOO_LONG: _(
        "The file is too large: more than 5 MB, or more than 2,000 themes."
    ),
    CodebookTrouble.UNREADABLE: _(
        "That is not a codebook we can read. Bring a REFI-QDA codebook (.qdc), or a "
        "spreadsheet (.xlsx) that was taken out here."
    ),
    CodebookTrouble.EMPTY: _("There is no theme in the file."),
    CodebookTrouble.FORMULA: _("Cell %(where)s holds a formula. Write words there."),
    CodebookTrouble.NAMELESS: _("A theme in the file has no name."),
    CodebookTrouble.TWICE: _("“%(where)s” stands in the file twice."),
    CodebookTrouble.NO_PARENT: _(
        "“%(where)s” is part of a theme that the file does not have, or of a part."
    ),
    CodebookTrouble.LANGUAGE: _(
        "“%(where)s” is no language. Write its code, as in “ur” or “pl”."
    ),
    CodebookTrouble.LONG_WORDS: _(
        "“%(where)s”: what it says in another language is too long. Use 300 letters."
    ),
    CodebookTrouble.NUMBERS: _(
        "“%(where)s”: what it says in another language has numbers that its sentence "
        "has not. Say it without."
    ),
}


def told(bad: BadCodebook) -> str:
    """Return why a file cannot be taken, in a sentence."""
    return str(SENTENCES[bad.trouble]) % {"where": bad.where}


class CodebookFileForm(forms.Form):
    """A REFI-QDA codebook, or a spreadsheet from here."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ".qdc,.xlsx"}),
        help_text=_(
            "A REFI-QDA codebook (.qdc) of any tool, or a spreadsheet (.xlsx) from here."
        ),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty."),
        },
    )

    def clean_file(self) -> CodebookFile:
        """Return what the file says; which kind it is, its first bytes tell."""
        content = self.cleaned_data["file"].read()
        try:
            read = read_xlsx if content.startswith(b"PK") else read_qdc
            return read(content)
        except BadCodebook as bad:
            raise ValidationError(told(bad)) from None


class NewCodebookFileForm(CodebookFileForm):
    """The same, for a codebook of its own."""

    title = forms.CharField(label=_("Title"), max_length=200)

    def __init__(self, *args: Any, by: Visitor, **kwargs: Any) -> None:
        """Offer the consultations `by` works on."""
        super().__init__(*args, **kwargs)
        self.fields["consultations"] = forms.ModelMultipleChoiceField(
            label=_("Consultations it serves"),
            queryset=consultations_of(by),
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": _("Choose at least one consultation.")},
        )
        self.order_fields(("title", "consultations", "file"))

    def chosen(self) -> list[Consultation]:
        """Return the consultations that were chosen."""
        return list(self.cleaned_data["consultations"])


class TakenCodebookForm(forms.Form):
    """What was shown of a file, sent back to be kept."""

    taken = forms.JSONField(widget=forms.HiddenInput)

    def clean_taken(self) -> CodebookFile:
        """Return the codebook as it was shown."""
        try:
            return from_json(self.cleaned_data["taken"])
        except BadCodebook:
            raise ValidationError(_("Bring the file once more.")) from None

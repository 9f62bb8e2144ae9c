"""The forms in which a file of wordings is brought back."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from surveys.domain.wordings import Taken
from surveys.logic.wording_files import (
    About,
    BadFile,
    FileTrouble,
    WordingFile,
)
from surveys.logic.wording_po import read_po
from surveys.logic.wording_xlsx import read_xlsx

SENTENCES: dict[FileTrouble, str | Promise] = {
    FileTrouble.TOO_LONG: _(
        "The file is too large: more than 5 MB, or far more inside."
    ),
    FileTrouble.UNREADABLE: _(
        "That is not a spreadsheet (XLSX) or a translators' file (PO) we can read. "
        "Save it again as one of these."
    ),
    FileTrouble.NOT_OURS: _(
        "That file does not come from here. Download one first, word it, and bring it "
        "back."
    ),
    FileTrouble.FORMULA: _("Cell %(where)s holds a formula. Write words there."),
    FileTrouble.TWICE: _("The part “%(where)s” stands in the file twice."),
}


class WordingFileForm(forms.Form):
    """A spreadsheet or a PO file of one version's words."""

    file = forms.FileField(
        label=_("File"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.po"}),
        help_text=_("A spreadsheet (XLSX) or a translators' file (PO), from here."),
        error_messages={
            "required": _("Choose a file."),
            "empty": _("The file is empty."),
        },
    )

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:
        """Take files that say `about` of themselves alone."""
        super().__init__(*args, **kwargs)
        self.about = about

    def clean_file(self) -> WordingFile:
        """Return what the file says; which kind it is, its first bytes tell."""
        content = self.cleaned_data["file"].read()
        try:
            read = read_xlsx if content.startswith(b"PK") else read_po
            found = read(content)
        except BadFile as bad:
            sentence = str(SENTENCES[bad.trouble])
            raise ValidationError(sentence % {"where": bad.where}) from None
        if found.about != self.about:
            raise ValidationError(_other_words(found.about, self.about))
        return found


class TakenForm(forms.Form):
    """What was shown of a file, sent back to be kept."""

    taken = forms.JSONField(widget=forms.HiddenInput)

    def clean_taken(self) -> list[Taken]:
        """Return each change as it was shown; raises ValidationError for anything else."""
        said = self.cleaned_data["taken"]
        rows = said if isinstance(said, list) else []
        if not rows or not all(_is_taken(row) for row in rows):
            raise ValidationError(_("Bring the file once more."))
        return [
            Taken(name=(key, part), before=before, after=after, base=base)
            for key, part, before, after, base in rows
        ]


def taken_row(taken: Taken) -> list[str]:
    """Return one change as the form carries it."""
    return [*taken.name, taken.before, taken.after, taken.base]


def _is_taken(row: object) -> bool:
    """Say whether a row has the shape of one change."""
    return (
        isinstance(row, list) and len(row) == 5 and all(isinstance(s, str) for s in row)
    )


def _other_words(found: About, wanted: About) -> str:
    """Return whose words a file holds instead of those wanted."""
    if found.survey != wanted.survey:
        return str(_("That file is of another survey: “%(survey)s”.")) % {
            "survey": found.survey
        }
    return str(
        _("That file holds another language or age band: “%(language)s %(band)s”.")
    ) % {"language": found.language, "band": found.age_band}

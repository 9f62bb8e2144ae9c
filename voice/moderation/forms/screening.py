"""What safeguarding leads fill in about screening."""

from typing import Any, NamedTuple

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from voice.moderation.enums import ListKind
from voice.moderation.logic.list_lines import (
    BadRow,
    Fault,
    Read,
    read_examples,
    read_phrases,
    read_schools,
    same_as,
)
from voice.moderation.queries.screening_lists import ListName

READERS = {
    ListKind.WORRIES: read_phrases,
    ListKind.EXAMPLES: read_examples,
    ListKind.SCHOOLS: read_schools,
}
MOST_LINES = 5000
LARGEST = 1_000_000
LONGEST_TRY = 5000
FAULTS: dict[Fault, str | Promise] = {
    Fault.UNREADABLE: _("there is a character in it that cannot be read"),
    Fault.TOO_LONG: _("it is too long"),
    Fault.TOO_SHORT: _("it needs at least three letters"),
    Fault.GAP_AT_AN_END: _("a * needs a word before it and a word after it"),
    Fault.NOT_A_SENTENCE: _("an example is a sentence of at least three words"),
    Fault.ANY_SCHOOL: _("that could be any school; write its own name"),
}


class BadLine(NamedTuple):
    """A row that cannot be kept, told to a person."""

    number: int
    line: str
    why: str | Promise


class TryForm(forms.Form):
    """Text to try the lists on; never stored."""

    use_required_attribute = False
    text = forms.CharField(
        label=_("Write what a young person might write"),
        help_text=_("What you type here is not stored, and nobody is told."),
        widget=forms.Textarea(
            attrs={
                "rows": 4,
                "dir": "auto",
                "autocomplete": "off",
                "spellcheck": "false",
            }
        ),
        max_length=LONGEST_TRY,
        strip=False,
        error_messages={"required": _("Write something to try.")},
    )


class LinesForm(forms.Form):
    """Lines for a list, typed, pasted or in a file; and the version they came from."""

    use_required_attribute = False
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, name: ListName, before: tuple[str, ...], **kw: Any
    ) -> None:
        """Remember which list it is, and its lines as they are."""
        super().__init__(*args, **kw)
        self.name, self.before = name, before
        self.bad: list[BadLine] = []
        self.twice = 0

    def read(self, text: str, *, field: str) -> Read:
        """Return what was read of `text`; say which rows cannot be kept."""
        found = READERS[ListKind(self.name.kind)](text)
        self.bad = [_told(row) for row in found.bad]
        self.twice = found.twice
        if self.bad:
            self.add_error(
                field,
                _(
                    "Some rows cannot be kept; they are listed below. Nothing was "
                    "saved, and all you wrote is still here."
                ),
            )
        if len(found.lines) > MOST_LINES:
            self.add_error(
                field, _("That is more than 5,000 rows. Keep the list shorter.")
            )
        return found


class WholeListForm(LinesForm):
    """The whole list, to be changed as a text."""

    lines = forms.CharField(
        label=_("The whole list, one a line"),
        help_text=_("A line that begins with # is a heading."),
        widget=forms.Textarea(attrs={"rows": 18, "dir": "auto", "spellcheck": "false"}),
        max_length=LARGEST,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Read the lines."""
        cleaned = super().clean() or {}
        cleaned["kept"] = self.read(cleaned.get("lines", ""), field="lines").lines
        return cleaned


class AddForm(LinesForm):
    """A few lines to add to a list."""

    more = forms.CharField(
        label=_("Add to the list, one a line"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "spellcheck": "false"}),
        max_length=LARGEST,
        error_messages={"required": _("Write what to add.")},
    )

    def clean(self) -> dict[str, Any]:
        """Put the lines after those that are there."""
        cleaned = super().clean() or {}
        if "more" in cleaned:
            found = self.read(cleaned["more"], field="more")
            have = {same_as(line) for line in self.before}
            new = [line for line in found.lines if same_as(line) not in have]
            if found.lines and not new and not self.bad:
                self.add_error("more", _("All of that is on the list already."))
            cleaned["kept"] = (*self.before, *new)
        return cleaned


class SchoolsForm(LinesForm):
    """Schools from a file or pasted, added to the list or in place of it."""

    ADD, REPLACE = "add", "replace"
    file = forms.FileField(
        label=_("A file with one school a row (CSV)"),
        help_text=_(
            "Of a table, the column called “name”, “school” or “EstablishmentName” is "
            "read; others are not looked at."
        ),
        required=False,
        allow_empty_file=True,
    )
    pasted = forms.CharField(
        label=_("Or paste the names, one a line"),
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto", "spellcheck": "false"}),
        max_length=LARGEST,
        required=False,
    )
    how = forms.ChoiceField(
        label=_("What should happen with the list there is?"),
        choices=[(ADD, _("Add these to it")), (REPLACE, _("Put these in its place"))],
        initial=ADD,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happens with the list there is.")},
    )

    def clean(self) -> dict[str, Any]:
        """Read the file and the pasted names together."""
        cleaned = super().clean() or {}
        text = "\n".join(filter(None, [self._from_file(), cleaned.get("pasted", "")]))
        # A browser keeps no file when a form is refused, so its rows stay as text.
        self.data = {name: self.data[name] for name in self.data} | {"pasted": text}
        if not text.strip():
            if not self.errors:
                self.add_error("pasted", _("Choose a file, or paste some names."))
            return cleaned
        found = self.read(text, field="pasted").lines
        have = {same_as(line): line for line in self.before}
        if cleaned.get("how") == self.REPLACE:
            cleaned["kept"] = found
        else:
            new = [line for line in found if same_as(line) not in have]
            cleaned["kept"] = (*self.before, *new)
        return cleaned

    def _from_file(self) -> str:
        """Return the text of the file, if one was chosen."""
        file = self.cleaned_data.get("file")
        if not file:
            return ""
        if file.size > LARGEST:
            self.add_error("file", _("That file is larger than one megabyte."))
            return ""
        content = file.read()
        for encoding in ("utf-8-sig", "cp1252"):
            try:
                return str(content.decode(encoding))
            except UnicodeDecodeError:
                continue
        self.add_error("file", _("That file is not text. Save it as CSV first."))
        return ""


def _told(row: BadRow) -> BadLine:
    """Return a row that cannot be kept, with why in words."""
    return BadLine(row.number, row.line, FAULTS[row.fault])

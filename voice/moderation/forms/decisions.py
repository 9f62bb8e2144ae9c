"""What readers fill in when they decide about a comment."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.queries.session_notes import written_up_by
from voice.accounts.models import User
from voice.moderation.enums import HintKind, Replacement, WithholdReason
from voice.moderation.logic.redaction import (
    BadPassages,
    from_screen,
    one_line_break,
    outside,
    places_of,
    redacted,
)
from voice.moderation.logic.redaction import Passage as PassageTuple
from voice.moderation.models import Reading

ROWS = 3
STANDS_IN = {
    HintKind.PHONE: Replacement.PHONE,
    HintKind.POSTCODE: Replacement.PLACE,
    HintKind.EMAIL: Replacement.HANDLE,
    HintKind.HANDLE: Replacement.HANDLE,
    HintKind.ADDRESS: Replacement.PLACE,
    HintKind.SCHOOL: Replacement.SCHOOL,
    HintKind.NAME: Replacement.NAME,
    HintKind.WORKER: Replacement.WORKER,
    HintKind.DATE: Replacement.AGES,
    HintKind.NHS_NUMBER: Replacement.NUMBER,
    HintKind.NI_NUMBER: Replacement.NUMBER,
}


class Row(NamedTuple):
    """Exact words to replace wherever they stand, and what stands in for them."""

    words: str
    replacement: str


class Offer(NamedTuple):
    """Words that screening noticed, offered to be replaced; never replaced unseen."""

    value: str
    words: str
    replacement: str
    ticked: bool
    on_screen: tuple[int, int]


class VersionForm(forms.Form):
    """What the reader saw when they decided."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    use_required_attribute = False

    def __init__(self, *args: Any, reading: Reading, **kwargs: Any) -> None:
        """Begin at the version that is shown."""
        self.reading = reading
        super().__init__(*args, **kwargs)
        self.fields["version"].initial = reading.version


class KeepForm(VersionForm):
    """The two yeses, and the passages to replace if there are any."""

    may_count = forms.BooleanField(
        required=False, initial=True, label=_("May be counted")
    )
    may_quote = forms.BooleanField(required=False, label=_("May be quoted"))

    def __init__(
        self, *args: Any, reading: Reading, words: str, by: User, **kwargs: Any
    ) -> None:
        """Close the second yes when the child said no, or `by` told us they said yes."""
        super().__init__(*args, reading=reading, **kwargs)
        self.words = words
        self.fields["may_count"].initial = True
        quote = self.fields["may_quote"]
        if written_up_by(reading.comment, by):
            quote.disabled = True
            quote.help_text = _(
                "You wrote up this session: somebody else says whether it is quoted."
            )
        elif reading.comment.may_quote:
            quote.help_text = _("The young person said yes to being quoted.")
        else:
            quote.disabled = True
            quote.help_text = _("The young person did not say yes to being quoted.")

    @property
    def rows(self) -> list[Row]:
        """Return the rows as typed, with empty ones to type in."""
        typed = [
            Row(words, replacement)
            for words, replacement in zip(
                self._sent("words"), self._sent("replacement"), strict=False
            )
            if words
        ]
        return typed + [Row("", "")] * max(1, ROWS - len(typed))

    @property
    def selected(self) -> list[PassageTuple]:
        """Return the passages selected in the text on the screen, as sent."""
        return [passage for sent in self._sent("passage") for passage in _passage(sent)]

    @property
    def offers(self) -> list[Offer]:
        """Return what screening noticed and could be replaced, one after another.

        All are ticked to begin with; the page shows beside them what others would
        see, so that none is replaced unseen. Of two that overlap the first, and of
        two that begin alike the longer, is offered.
        """
        ticked = self._sent("offer")
        offers: list[Offer] = []
        reached = 0
        for start, end, replacement in self._noticed():
            if start < reached:
                continue
            reached = end
            value = f"{start}-{end}-{replacement}"
            offers.append(
                Offer(
                    value,
                    self.words[start:end],
                    replacement,
                    value in ticked if self.is_bound else True,
                    (
                        len(one_line_break(self.words[:start])),
                        len(one_line_break(self.words[:end])),
                    ),
                )
            )
        return offers

    def _noticed(self) -> list[PassageTuple]:
        """Return the passages of hints that have a word to stand in for them."""
        return sorted(
            (
                (hint["start"], hint["end"], STANDS_IN[hint["kind"]].value)
                for hint in self.reading.hints
                if hint["kind"] in STANDS_IN and hint["end"] <= len(self.words)
            ),
            key=lambda passage: (passage[0], -passage[1]),
        )

    def as_offered(self) -> str:
        """Return what others would see if every offer that is ticked were replaced."""
        passages = [
            passage
            for offer in self.offers
            if offer.ticked
            for passage in _passage(offer.value)
        ]
        kept = redacted(self.words, passages) if passages else self.words
        return one_line_break(kept)

    def clean(self) -> dict[str, Any]:
        """Put every passage together; refuse what cannot be found."""
        cleaned = super().clean() or {}
        if cleaned.get("may_quote") and not cleaned.get("may_count"):
            self.add_error(
                "may_quote", _("Words that may be quoted must be counted too.")
            )
        passages = [
            (
                from_screen(start, text=self.words),
                from_screen(end, text=self.words),
                replacement,
            )
            for start, end, replacement in self.selected
        ] + [
            passage
            for offer in self.offers
            if offer.ticked
            for passage in _passage(offer.value)
        ]
        passages = list(dict.fromkeys(passages))
        for row in self.rows:
            if row.words:
                self._add_row(row, passages)
        cleaned["passages"] = passages
        return cleaned

    def _add_row(self, row: Row, passages: list[PassageTuple]) -> None:
        """Add every place of a row's words, or say that they are not there."""
        if row.replacement not in Replacement.values:
            self.add_error(None, _("Choose what stands in for the words."))
            return
        found = places_of(row.words, text=self.words)
        if not found:
            self.add_error(
                None,
                _("Those words are not in the comment: copy them exactly."),
            )
        passages += [
            (start, end, row.replacement)
            for start, end in outside(found, taken=passages)
        ]

    def _sent(self, name: str) -> list[str]:
        """Return every value sent under `name`."""
        if not self.is_bound:
            return []
        return self.data.getlist(name)  # type: ignore[attr-defined]


class ApproveForm(KeepForm):
    """Keeping the words as they are."""

    def clean(self) -> dict[str, Any]:
        """Refuse when words to replace were chosen, or they would be let through."""
        cleaned = super().clean()
        if cleaned["passages"]:
            raise forms.ValidationError(
                _(
                    "You chose words to replace. Keep the comment with those words "
                    "replaced, or clear them first."
                )
            )
        return cleaned


class RedactForm(KeepForm):
    """Keeping the words with some of them replaced."""

    def clean(self) -> dict[str, Any]:
        """Refuse passages that do not fit; remember what others would see."""
        cleaned = super().clean()
        try:
            cleaned["kept"] = redacted(self.words, cleaned["passages"])
        except BadPassages:
            if not self.errors:
                raise forms.ValidationError(
                    _("Choose the words to replace, inside the comment and not twice.")
                ) from None
        return cleaned


class WithholdForm(VersionForm):
    """Withholding, for one of a few reasons."""

    reason = forms.ChoiceField(
        label=_("Why?"),
        choices=WithholdReason,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why it is withheld.")},
    )


def _passage(sent: str) -> Iterator[PassageTuple]:
    """Yield the passage written as “start-end-[word]”; nothing when it is not one."""
    start, _dash, rest = sent.partition("-")
    end, _dash, replacement = rest.partition("-")
    if start.isdecimal() and end.isdecimal() and replacement in Replacement.values:
        yield int(start), int(end), replacement

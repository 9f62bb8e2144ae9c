"""The table in which a survey is worded for another language or age band."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from surveys.queries.wordings import Row
from voice.inputs import direction_of

Name = tuple[str, str]


class WordingsForm(forms.Form):
    """One box for each part, and the name of the fluent reader who approves them."""

    reader_name = forms.CharField(
        label=gettext_lazy("Name of the fluent reader"),
        max_length=200,
        required=False,
        error_messages={"required": gettext_lazy("Give the fluent reader's name.")},
        help_text=gettext_lazy(
            "Somebody who speaks the language well and has read every word as it is now."
        ),
    )

    def __init__(
        self, *args: Any, rows: list[Row], language: str, approving: bool, **kwargs: Any
    ) -> None:
        """Make a box for each of `rows`; a reader is asked for when `approving`."""
        super().__init__(*args, **kwargs)
        self.rows = rows
        self.fields["reader_name"].required = approving
        direction = direction_of(language)
        for number, row in enumerate(rows):
            self.fields[_box("text", row)] = forms.CharField(
                label=f"{row.label}: {row.base}",
                initial=row.text,
                required=False,
                widget=forms.Textarea(
                    attrs={
                        "rows": 4 if len(row.base) > 80 else 2,
                        "lang": language,
                        "dir": direction,
                        "id": f"wording-{number}",
                    }
                ),
            )
            if row.is_stale:
                self.fields[_box("right", row)] = forms.BooleanField(
                    label=_("Still right"), required=False
                )

    def lines(self) -> Iterator[tuple[Row, BoundField, BoundField | None]]:
        """Give each row with its box and, when its base has changed, its tick box."""
        for row in self.rows:
            right = self[_box("right", row)] if row.is_stale else None
            yield row, self[_box("text", row)], right

    def words(self) -> dict[Name, str]:
        """Return what was written, by part."""
        return {row.name: self.cleaned_data[_box("text", row)] for row in self.rows}

    def still_right(self) -> list[Name]:
        """Return the parts marked as right although their base has changed."""
        return [
            row.name
            for row in self.rows
            if row.is_stale and self.cleaned_data[_box("right", row)]
        ]


def _box(kind: str, row: Row) -> str:
    """Return the name of a box."""
    return f"{kind}:{row.key}:{row.part}"

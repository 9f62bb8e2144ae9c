"""Reads what a group says of the passages it was shown."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from surveys.forms.contact import quiet_box
from voice.young_editors.enums import Verdict
from voice.young_editors.logic.passages import Passage

LONGEST_WORDS = 2000


class ReadingForm(forms.Form):
    """A box for each passage and one for the whole; their names say nothing."""

    use_required_attribute = False

    once = forms.UUIDField(widget=forms.HiddenInput)
    shown = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, passages: Sequence[Passage], number: int, **kwargs: Any
    ) -> None:
        """Add the boxes; `number` is that of the words shown."""
        super().__init__(*args, **kwargs)
        self.fields["once"].initial = uuid.uuid4
        self.fields["shown"].initial = number
        self.keys = {f"box{at}": one.key for at, one in enumerate(passages, start=1)}
        for name, one in zip(self.keys, passages, strict=True):
            label = _("What would you say about “%(heading)s”?")
            self.fields[name] = quiet_box(
                label % {"heading": one.heading},
                "",
                longest=LONGEST_WORDS,
                required=False,
            )
        self.keys["box0"] = ""
        self.fields["box0"] = quiet_box(
            _("Anything about the whole of it?"),
            _("What should change? What is good? Please write no names of people."),
            rows=3,
            longest=LONGEST_WORDS,
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        """Ask kindly what should change, where they said not yet and nothing else."""
        kept = super().clean() or {}
        said = [kept.get(name) for name in self.keys]
        if self.verdict == Verdict.NOT_YET and not any(said) and not self.errors:
            self.add_error(
                "box0", _("What should change? A few words are enough to help us.")
            )
        return kept

    @property
    def verdict(self) -> Verdict | None:
        """Return which button was pressed."""
        pressed = self.data.get("verdict", "")
        return Verdict(pressed) if pressed in Verdict.values else None

    def comments(self) -> dict[str, str]:
        """Return what was written, by the key of its passage."""
        return {key: self.cleaned_data[name] for name, key in self.keys.items()}

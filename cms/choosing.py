"""What somebody looks for in a list of consultations or of what changed."""

from collections.abc import Iterable

from django import forms
from django.db.models import TextChoices
from django.http import QueryDict
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from surveys.enums import ConsultationState
from surveys.queries.asked_about import AskedAbout
from voice.council.queries.bands import bands_called, every_band
from voice.replies.enums import ANSWERED
from voice.statement.queries.key_themes import key_themes_to_link

ALL: tuple[str, str | Lazy] = ("", _("All"))


class Stage(TextChoices):
    """Where consultations are, as a list of them is put in parts; what we owe is first."""

    OWED = "owed", _("We owe you an answer")
    ASKING = "asking", _("Asking now")
    SOON = "soon", _("Soon")
    READING = "reading", _("We are reading what you said")
    ANSWERED = "answered", _("Answered")

    @classmethod
    def of(cls, state: ConsultationState) -> "Stage | None":
        """Return the part of the list a state is in; None while it is being written."""
        if state in ANSWERED:
            return cls.ANSWERED
        return STAGES.get(state)


STAGES = {
    ConsultationState.OVERDUE: Stage.OWED,
    ConsultationState.OPEN: Stage.ASKING,
    ConsultationState.SCHEDULED: Stage.SOON,
    ConsultationState.READING: Stage.READING,
    ConsultationState.UNDERSTANDING: Stage.READING,
}


class ByThemeAndAge(forms.Form):
    """What something is about and whom it is for; nothing at all finds all."""

    theme = forms.ChoiceField(label=_("What it is about"), required=False)
    age = forms.ChoiceField(label=_("Ages"), required=False)

    def __init__(
        self, data: QueryDict, *, themes: Iterable[int], bands: Iterable[str]
    ) -> None:
        """Offer those `themes` (ids of key themes) and `bands` (keys) that there are."""
        super().__init__(data)
        themes = set(themes)
        offered = {
            "theme": [
                (key, title)
                for key, title in key_themes_to_link()
                if int(key) in themes
            ]
            if themes
            else [],
            "age": list(bands_called(sorted(bands), every_band()).items()),
        }
        for name, choices in offered.items():
            if len(choices) > 1 or self.data.get(name):
                self.fields[name].choices = [ALL, *choices]  # type: ignore[attr-defined]
            else:
                del self.fields[name]

    def chosen(self, name: str) -> str:
        """Return what was chosen in a field; nothing where it was not understood."""
        self.is_valid()
        return str(self.cleaned_data.get(name, ""))

    @property
    def narrows(self) -> bool:
        """Say whether anything was chosen."""
        return any(self.chosen(name) for name in self.fields)

    @property
    def query(self) -> str:
        """Return what was chosen as the rest of an address, ending in &, or nothing."""
        kept = QueryDict(mutable=True)
        kept.update({name: said for name in self.fields if (said := self.chosen(name))})
        return f"{kept.urlencode()}&" if kept else ""

    def fits(self, *, themes: Iterable[int], bands: Iterable[str]) -> bool:
        """Say whether something about these is looked for."""
        theme, age = self.chosen("theme"), self.chosen("age")
        return (not theme or int(theme) in themes) and (not age or age in bands)


class ConsultationSearch(ByThemeAndAge):
    """Which consultations are looked for."""

    q = forms.CharField(label=_("Find words"), required=False, max_length=100)
    stage = forms.ChoiceField(
        label=_("Where it is"), required=False, choices=[ALL, *Stage.choices]
    )
    field_order = ("q", "stage", "theme", "age")

    def finds(self, words: Iterable[str]) -> bool:
        """Say whether each word looked for is among `words`, whatever its case."""
        text = " ".join(words).casefold()
        return all(word in text for word in self.chosen("q").casefold().split())


def key_theme_ids(asked: AskedAbout) -> set[int]:
    """Return the ids of the key themes that questions name."""
    return {int(name) for name in asked.key_themes if name.isdecimal()}

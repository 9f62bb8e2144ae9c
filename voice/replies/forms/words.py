"""What a worker types of a reply's words, and of what it answers."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from voice.council.queries.bands import bands_called
from voice.inputs import in_language
from voice.releases.models import Release
from voice.replies.domain.answering import Answered
from voice.replies.enums import ReplyPart
from voice.replies.models import ReplyWording
from voice.replies.queries import language_name

# The boxes of a wording, in the order they are read; the why stands by its refusal.
BOXES: dict[str, tuple[Any, Any]] = {
    "you_said": (_("You said"), ""),
    "heard_from_few": (
        _("What we heard from few"),
        _("In words, never in digits: a few of you, a small number of you."),
    ),
    "we_did": (_("We did"), ""),
    "we_will": (_("We will"), _("Each of these is a promise: add it below.")),
    "we_will_not": (_("We will not"), ""),
    "why_not": (_("Why we will not"), _("Needed where you say what you will not do.")),
    "next": (_("Next"), ""),
    "thanks": (_("Thank you"), ""),
}
WHAT_HAPPENED = _("What happened")
ROWS = {"thanks": 2, "heard_from_few": 2, "why_not": 2, "next": 2}


class ReleaseForm(forms.Form):
    """Which release the reply speaks from."""

    release = forms.ModelChoiceField(
        label=_("Release it speaks from"),
        queryset=Release.objects.none(),
        required=False,
        empty_label=_("Not chosen yet"),
        help_text=_("Numbers in the reply must be in it."),
    )

    def __init__(
        self, *args: object, releases: QuerySet[Release], **kwargs: object
    ) -> None:
        """Offer `releases`."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.offered = releases
        self.fields["release"].queryset = releases  # type: ignore[attr-defined]


class WordingForm(forms.Form):
    """The reply in one language for some ages; nothing is required until it goes out."""

    def __init__(
        self,
        *args: object,
        language: str,
        bands: Sequence[str],
        wording: ReplyWording | None = None,
        **kwargs: object,
    ) -> None:
        """Make a box for each part, in `language`, and one to tick for each band."""
        super().__init__(*args, prefix=language, **kwargs)  # type: ignore[arg-type,misc]
        self.language = language
        self.name = language_name(language)
        self.wording = wording
        for part, (label, hint) in BOXES.items():
            self.fields[part] = forms.CharField(
                label=label,
                help_text=hint,
                required=False,
                max_length=4000,
                widget=forms.Textarea(
                    attrs={"rows": ROWS.get(part, 4), **in_language(language)}
                ),
            )
        self.fields["age_bands"] = forms.MultipleChoiceField(
            label=_("Who reads these words"),
            choices=list(bands_called(bands).items()),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("Untick an age to write other words for it."),
        )

    @classmethod
    def of(
        cls,
        wording: ReplyWording | None,
        *,
        language: str,
        bands: Sequence[str],
        free: Sequence[str],
        data: object = None,
    ) -> "WordingForm":
        """Return the form of a wording; or an empty one, for the bands still `free`."""
        written: dict[str, object] = {
            part: getattr(wording, part, "") for part in BOXES
        }
        written["age_bands"] = wording.age_bands if wording else list(free)
        return cls(
            data, language=language, bands=bands, wording=wording, initial=written
        )

    def ask_what_happened(self, *, from_nobody: bool) -> None:
        """Ask what happened in place of what was said: of that there is nothing to tell.

        What was written already of what few said stays to be looked at.
        """
        box = self.fields["you_said"]
        box.label = WHAT_HAPPENED
        if from_nobody:
            box.help_text = _(
                "Say kindly that nobody answered, and that it is not theirs."
            )
        if from_nobody or not self.initial.get("heard_from_few"):
            del self.fields["heard_from_few"]

    def has_words(self) -> bool:
        """Say whether anything was written."""
        return any(self.cleaned_data.get(part) for part in BOXES)

    def clean(self) -> dict[str, Any]:
        """Refuse words that nobody would read."""
        said: dict[str, Any] = super().clean() or {}
        offered = self.fields["age_bands"].choices  # type: ignore[attr-defined]
        has_words = any(said.get(part) for part in BOXES)
        if offered and has_words and not said.get("age_bands"):
            self.add_error(
                "age_bands",
                gettext(
                    "Tick who reads these words. To take them out, empty their boxes."
                ),
            )
        return said


class ThemesForm(forms.Form):
    """Which part of the reply answers which theme, or why none does."""

    def __init__(
        self, *args: object, themes: Sequence[Mapping[str, Any]], **kwargs: object
    ) -> None:
        """Make a choice and a reason for each theme of the release."""
        super().__init__(*args, prefix="themes", **kwargs)  # type: ignore[arg-type,misc]
        self.themes = themes
        parts = [(part.value, part.label) for part in ReplyPart.answering()]
        for place, theme in enumerate(themes):
            self.fields[f"part-{place}"] = forms.ChoiceField(
                label=_("Answered in"),
                choices=[("", _("Not said yet")), *parts, ("none", _("Not answered"))],
                required=False,
            )
            self.fields[f"why-{place}"] = forms.CharField(
                label=_("If it is not answered, why"),
                max_length=300,
                required=False,
                initial="",
            )
            self.fields[f"part-{place}"].widget.attrs["aria-label"] = gettext(
                "Answered in: %(theme)s"
            ) % {"theme": theme["name"]}

    @classmethod
    def of(
        cls,
        themes: Sequence[Mapping[str, Any]],
        *,
        answered: Mapping[str, Answered],
        data: object = None,
    ) -> "ThemesForm":
        """Return the form of what is marked so far."""
        initial = {}
        for place, theme in enumerate(themes):
            one = answered.get(theme["key"], Answered())
            initial[f"part-{place}"] = one.part or ("none" if one.why else "")
            initial[f"why-{place}"] = one.why
        return cls(data, themes=themes, initial=initial)

    def rows(self) -> Iterator[dict[str, object]]:
        """Yield each theme with its two boxes."""
        for place, theme in enumerate(self.themes):
            yield {
                "theme": theme,
                "part": self[f"part-{place}"],
                "why": self[f"why-{place}"],
            }

    def clean(self) -> dict[str, Any]:
        """Ask why where a theme is not answered."""
        said: dict[str, Any] = super().clean() or {}
        for place, theme in enumerate(self.themes):
            if said.get(f"part-{place}") == "none" and not said.get(f"why-{place}"):
                self.add_error(
                    f"why-{place}",
                    gettext("Say why “%(theme)s” is not answered.")
                    % {"theme": theme["name"]},
                )
        return said

    def answers(self) -> dict[str, Answered]:
        """Return what was marked, by the key of the theme, as the domain takes it."""
        found = {}
        for place, theme in enumerate(self.themes):
            part = self.cleaned_data[f"part-{place}"]
            why = self.cleaned_data[f"why-{place}"] if part == "none" else ""
            found[theme["key"]] = Answered("" if part == "none" else part, why)
        return found


class CorrectionForm(forms.Form):
    """What is put right of a published reply, in each language it was written in."""

    def __init__(
        self, *args: object, languages: Sequence[str], **kwargs: object
    ) -> None:
        """Make a box for each language."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.languages = languages
        for code in languages:
            self.fields[f"text_{code}"] = forms.CharField(
                label=_("What we put right (%(language)s)")
                % {"language": language_name(code)},
                max_length=500,
                widget=forms.Textarea({"rows": 3, **in_language(code)}),
            )

    def texts(self) -> dict[str, str]:
        """Return what was written, by language."""
        return {code: self.cleaned_data[f"text_{code}"] for code in self.languages}

"""What a worker types when making a briefing."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from voice.briefings.domain.sections import Chosen
from voice.briefings.enums import SectionKind
from voice.briefings.models import Briefing, BriefingSection
from voice.council.enums import EasyPicture
from voice.inputs import day_input, in_language
from voice.releases.models import Release
from voice.statement.models import KeyTheme

# Kinds that may be about one key theme, or about all of them.
OF_ANY_KEY_THEME = (SectionKind.PROMISES, SectionKind.MEASURES, SectionKind.DECISIONS)
ALL_OF_THEM = "all"


class BriefingForm(forms.ModelForm[Briefing]):
    """What a briefing is called, for whom and when it is, and its language."""

    language = forms.ChoiceField(
        label=_("Language of the paper"), choices=settings.LANGUAGES
    )

    class Meta:
        """The cover; the meeting's day with the browser's own calendar."""

        model = Briefing
        fields = ("title", "audience", "meeting_on", "language")
        widgets = {"meeting_on": day_input()}


class ChoosingForm(forms.Form):
    """Which sections to add: a list of boxes for each kind."""

    def __init__(
        self,
        *args: Any,
        key_themes: Iterable[KeyTheme],
        releases: Iterable[Release],
        **kwargs: Any,
    ) -> None:
        """Offer `key_themes` and `releases`, by kind."""
        super().__init__(*args, **kwargs)
        self.key_themes = {str(one.pk): one for one in key_themes}
        self.releases = {str(one.pk): one for one in releases}
        themes = [(key, str(one)) for key, one in self.key_themes.items()]
        released = [(key, str(one)) for key, one in self.releases.items()]
        for kind in SectionKind:
            choices = released if kind in SectionKind.of_a_release() else themes
            if kind in OF_ANY_KEY_THEME:
                choices = [(ALL_OF_THEM, str(_("Of all key themes"))), *themes]
            if kind == SectionKind.COMMENTARY:
                choices = [(ALL_OF_THEM, str(_("A section of our own words")))]
            if choices:
                self.fields[kind.value] = _boxes(kind, choices)

    def chosen(self) -> list[Chosen]:
        """Return what was ticked, in the order of the form."""
        return [
            Chosen(
                SectionKind(kind),
                key_theme=None if kind in of_releases() else self.key_themes.get(key),
                release=self.releases.get(key) if kind in of_releases() else None,
            )
            for kind in self.fields
            for key in self.cleaned_data[kind]
        ]

    def clean(self) -> dict[str, Any]:
        """Refuse a form without a tick."""
        data = super().clean() or self.cleaned_data
        if not self.errors and not any(data.values()):
            raise forms.ValidationError(_("Tick at least one section."))
        return data


def of_releases() -> frozenset[str]:
    """Return the values of the kinds that are made from a release."""
    return frozenset(kind.value for kind in SectionKind.of_a_release())


def _boxes(
    kind: SectionKind, choices: list[tuple[str, Any]]
) -> forms.MultipleChoiceField:
    """Return the boxes of one kind."""
    return forms.MultipleChoiceField(
        label=kind.label,
        choices=choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class SectionForm(forms.Form):
    """What is written in one section."""

    heading = forms.CharField(label=_("Heading"), max_length=200, required=False)
    commentary = forms.CharField(
        label=_("What we say of it"),
        max_length=6000,
        required=False,
        widget=forms.Textarea({"rows": 8}),
        help_text=_(
            "Numbers only as they were released. No “all” or “none”, and nobody’s name. "
            "An empty line begins a paragraph."
        ),
    )
    easy_words = forms.CharField(
        label=_("The same in easy read"),
        max_length=200,
        required=False,
        help_text=_("One short sentence, one idea. It stands beside a picture."),
    )
    easy_picture = forms.ChoiceField(
        label=_("Picture beside it"),
        choices=[("", _("None")), *EasyPicture.choices],
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        section: BriefingSection,
        parts: list[tuple[str, str]],
        usual: list[str],
        **kwargs: Any,
    ) -> None:
        """Start from what is written; offer the `parts` there are, the usual ones ticked."""
        written = {
            name: getattr(section, name)
            for name in ("heading", "commentary", "easy_words", "easy_picture")
        }
        kwargs["initial"] = written | {"parts": section.parts or usual}
        super().__init__(*args, **kwargs)
        language = section.briefing.language
        for name in ("heading", "commentary", "easy_words"):
            self.fields[name].widget.attrs |= in_language(language)
        if section.kind == SectionKind.COMMENTARY:
            self.fields["commentary"].required = True
        if parts:
            self.fields["parts"] = forms.MultipleChoiceField(
                label=_("What is told"),
                choices=parts,
                widget=forms.CheckboxSelectMultiple,
            )

    def clean(self) -> dict[str, Any]:
        """Refuse easy words without a picture."""
        data = super().clean() or self.cleaned_data
        if data.get("easy_words") and not data.get("easy_picture"):
            self.add_error("easy_picture", _("Choose the picture that goes with it."))
        return data


class ApprovingForm(forms.Form):
    """The second person's word: they read this very paper, and name nobody in it."""

    seen = forms.CharField(max_length=64, widget=forms.HiddenInput)
    names_looked_at = forms.BooleanField(
        label=_("I looked at each of these: none of them is the name of a person."),
        required=False,
    )

    def __init__(self, *args: Any, ask_of_names: bool, **kwargs: Any) -> None:
        """Ask of names only where something looks like one."""
        super().__init__(*args, **kwargs)
        if not ask_of_names:
            del self.fields["names_looked_at"]


class UnpublishForm(forms.Form):
    """Why the public part of a briefing is taken off the site."""

    use_required_attribute = False

    why = forms.CharField(
        label=_("Why"),
        max_length=300,
        help_text=_("For the record; it is not shown to the public."),
        error_messages={"required": _("Say why.")},
    )

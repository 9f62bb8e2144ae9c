"""What people fill in about themes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.languages import language_name
from voice.themes import key_themes
from voice.themes.enums import ThemeState
from voice.themes.logic.codebook_file import LONGEST_SENTENCE
from voice.themes.logic.tidy_words import tidy_line
from voice.themes.logic.wordings import not_for, numbers_brought, worded_anew
from voice.themes.models import Codebook, Theme, ThemeMemo
from voice.themes.queries.places import other_themes, possible_parents
from voice.themes.queries.wordings import languages_to_word


class ThemeForm(forms.ModelForm):
    """Something we hear children say.

    `key_theme` is the name of the key theme of the Statement that was chosen for it, in
    voice.themes.key_themes; it stands apart from the cleaned data, which word the theme.
    `languages` are those its sentence may be worded in beside the base language.
    """

    key_theme = ""
    languages: tuple[str, ...] = ()

    class Meta:
        model = Theme
        fields = (
            "name",
            "sentence",
            "include",
            "exclude",
            "example",
            "colour",
            "heard_from_few",
        )
        widgets = {
            name: forms.Textarea(attrs={"rows": 3})
            for name in ("include", "exclude", "example")
        }
        help_texts = {
            "example": _("A few words of your own making; never a child's."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the key themes of the Statement, where there are any."""
        super().__init__(*args, **kwargs)
        theme = self.instance if self.instance.pk else None
        offered = key_themes.offered(theme)
        if offered:
            self.fields["key_theme"] = forms.ChoiceField(
                label=_("Key theme of the Statement"),
                help_text=_("Where it belongs; leave it open when nothing fits."),
                choices=[("", _("None")), *offered],
                initial=key_themes.chosen(theme) if theme else "",
                required=False,
            )

        if theme:
            self._ask_in_languages(theme.codebook)

    def _ask_in_languages(self, codebook: Codebook) -> None:
        """Offer the sentence in each language that somebody may read it in."""
        self.languages = tuple(languages_to_word(codebook))
        late = not_for(self.instance.wordings, self.instance.sentence)
        for language in self.languages:
            was = self.instance.wordings.get(language)
            name = {"language": language_name(language)}
            self.fields[f"in_{language}"] = forms.CharField(
                label=_("Sentence in %(language)s") % name,
                help_text=_("Who reads it in this language is told these words."),
                max_length=LONGEST_SENTENCE,
                required=False,
                initial=was["words"] if was else "",
                widget=forms.TextInput(attrs={"lang": language, "dir": "auto"}),
            )
            if language in late:
                self.fields[f"fits_{language}"] = forms.BooleanField(
                    label=_("These words in %(language)s fit the sentence as it is now")
                    % name,
                    help_text=_("They were written for: “%(sentence)s”")
                    % {"sentence": was["of"] if was else ""},
                    required=False,
                )

    def clean(self) -> dict[str, Any]:
        """Return what words the theme; its key theme is kept apart."""
        cleaned = super().clean() or self.cleaned_data
        self.key_theme = cleaned.pop("key_theme", "")
        sentence = tidy_line(cleaned.get("sentence", ""))
        said, fitting = {}, set()
        for language in self.languages:
            said[language] = tidy_line(cleaned.pop(f"in_{language}", ""))
            if cleaned.pop(f"fits_{language}", False):
                fitting.add(language)
            if brought := numbers_brought(said[language], sentence):
                self.add_error(
                    f"in_{language}",
                    _("The sentence has no %(numbers)s. Say it without.")
                    % {"numbers": ", ".join(brought)},
                )
        cleaned["wordings"] = worded_anew(
            self.instance.wordings,
            said,
            sentence=sentence,
            fitting=frozenset(fitting),
        )
        return cleaned


class NewThemeForm(ThemeForm):
    """A theme, where it stands, and whether people agree on it already."""

    state = forms.ChoiceField(
        label=_("Do you agree on it?"),
        choices=[
            (ThemeState.AGREED, _("Yes, it is agreed")),
            (ThemeState.PROPOSED, _("Not yet, it is proposed")),
        ],
        initial=ThemeState.AGREED,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, codebook: Codebook, **kwargs: Any) -> None:
        """Offer the themes of `codebook` to be part of."""
        super().__init__(*args, **kwargs)
        self.fields["parent"] = parent_field(codebook)
        self._ask_in_languages(codebook)


class MoveThemeForm(forms.Form):
    """Which theme a theme is part of."""

    def __init__(self, *args: Any, theme: Theme, **kwargs: Any) -> None:
        """Offer what `theme` could be part of."""
        kwargs["initial"] = {"parent": theme.parent_id}
        super().__init__(*args, **kwargs)
        self.fields["parent"] = parent_field(theme.codebook, theme)


class MergeThemeForm(forms.Form):
    """Which theme another becomes one with."""

    def __init__(self, *args: Any, theme: Theme, **kwargs: Any) -> None:
        """Offer the other themes in use."""
        super().__init__(*args, **kwargs)
        self.fields["into"] = forms.ModelChoiceField(
            label=_("Merge into"),
            queryset=other_themes(theme),
            empty_label=_("Choose a theme"),
            error_messages={"required": _("Choose a theme.")},
        )


class SplitThemeForm(forms.Form):
    """Where chosen comments go: to a new theme, or to one that is there."""

    name = forms.CharField(label=_("Name of the new theme"), max_length=100)
    sentence = forms.CharField(
        label=_("Its sentence"),
        max_length=300,
        help_text=_("For example: Young people say their things go in bags."),
    )

    def __init__(self, *args: Any, theme: Theme, **kwargs: Any) -> None:
        """Offer the other themes in use."""
        super().__init__(*args, **kwargs)
        self.fields["to"] = forms.ModelChoiceField(
            label=_("Or a theme that is there"),
            queryset=other_themes(theme),
            required=False,
            empty_label=_("A new theme"),
        )
        if self.data.get("to"):
            self.fields["name"].required = self.fields["sentence"].required = False


class ThemeMemoForm(forms.ModelForm):
    """What a coder writes down about a theme."""

    class Meta:
        model = ThemeMemo
        fields = ("text",)
        labels = {"text": _("A memo for the others who tag")}
        help_texts = {"text": _("Never a young person’s name or words.")}
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}


def parent_field(
    codebook: Codebook, theme: Theme | None = None
) -> forms.ModelChoiceField:
    """Return the field that asks what a theme is part of."""
    return forms.ModelChoiceField(
        label=_("Part of"),
        queryset=possible_parents(codebook, theme),
        required=False,
        empty_label=_("It stands alone"),
    )

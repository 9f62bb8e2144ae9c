"""What people fill in about themes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.themes import key_themes
from voice.themes.enums import ThemeState
from voice.themes.models import Codebook, Theme, ThemeMemo
from voice.themes.queries.places import other_themes, possible_parents


class ThemeForm(forms.ModelForm):
    """Something we hear children say.

    `key_theme` is the name of the key theme of the Statement that was chosen for it, in
    voice.themes.key_themes; it stands apart from the cleaned data, which word the theme.
    """

    key_theme = ""

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

    def clean(self) -> dict[str, Any]:
        """Return what words the theme; its key theme is kept apart."""
        cleaned = super().clean() or self.cleaned_data
        self.key_theme = cleaned.pop("key_theme", "")
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

"""Forms of the pages of ways in."""

import re
from datetime import date
from typing import Any, Self

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from surveys.enums import CodesOut, InvitationKind
from surveys.languages import own_name
from surveys.models import AskedGroup
from voice.inputs import day_input

# A group, then how many: "Year 9: 30", "Year 9, 30", or a number alone.
GROUP_LINE = re.compile(r"(?:(?P<group>.*\S)\s*[:,\t]\s*|\s*)(?P<asked>\d{1,7})\s*")
SIZES = [
    ("poster", _("A poster, one sheet of A4")),
    ("cards", _("Six cards on a sheet, to cut out")),
    ("large", _("A poster in large print")),
]


class OpenLinkForm(forms.Form):
    """Where a new open link will hang or go."""

    label = forms.CharField(
        label=_("Where will this link go?"),
        help_text=_("For example: library wall, or Thursday group. Only staff see it."),
        max_length=100,
        required=False,
    )


class AskedForm(forms.Form):
    """How many were asked, by group: a line each."""

    use_required_attribute = False

    asked = forms.CharField(
        label=_("Who was asked?"),
        help_text=_(
            "A group a line, and how many: Year 9: 30. Never a name. A number alone is "
            "everybody."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )

    def clean_asked(self) -> dict[str, int]:
        """Return how many by group; say which line cannot be read."""
        groups: dict[str, int] = {}
        longest = AskedGroup._meta.get_field("group").max_length or 0  # noqa: SLF001 - Django's public interface
        for line in filter(str.strip, self.cleaned_data["asked"].splitlines()):
            read = GROUP_LINE.fullmatch(line)
            if read is None:
                raise forms.ValidationError(
                    _("End this line with how many were asked: “%(line)s”."),
                    params={"line": line.strip()},
                )
            group = (read["group"] or "").strip()
            if group in groups:
                raise forms.ValidationError(_("Name each group once."))
            if len(group) > longest:
                raise forms.ValidationError(
                    _("Name a group in at most %(most)s signs."),
                    params={"most": longest},
                )
            groups[group] = int(read["asked"])
        return groups


class BatchForm(AskedForm):
    """How many codes, for what, until when, and who is given them."""

    size = forms.IntegerField(
        label=_("How many codes?"),
        error_messages={
            "required": _("Say how many."),
            "invalid": _("Give a whole number, for example 120."),
        },
    )
    label = forms.CharField(
        label=_("What are they for?"),
        help_text=_("For example: letters to care leavers. Only staff see it."),
        max_length=100,
    )
    expires_on = forms.DateField(
        label=_("Last day to start"),
        help_text=_("Leave it empty to let them work as long as the survey is open."),
        widget=day_input(),
        required=False,
        error_messages={"invalid": _("Give a day, for example 2027-03-14.")},
    )
    field_order = ("size", "label", "expires_on", "asked")

    def clean_expires_on(self) -> date | None:
        """Refuse a day that is over."""
        day: date | None = self.cleaned_data["expires_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("Choose today or a later day."))
        return day


class TakeOutForm(forms.Form):
    """As what the codes of a batch are taken out, and in which language."""

    out = forms.ChoiceField(
        label=_("As what?"),
        choices=CodesOut,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose letters, slips or a table.")},
    )
    language = forms.ChoiceField(
        label=_("Language of letters and slips"), required=False
    )

    def __init__(self, *args: Any, languages: list[str], **kwargs: Any) -> None:
        """Offer the survey's `languages`; the first unless another is chosen."""
        super().__init__(*args, **kwargs)
        self.languages = languages
        self.fields["language"].choices = [(one, own_name(one)) for one in languages]  # type: ignore[attr-defined]
        self.fields["language"].required = len(languages) > 1

    def clean_language(self) -> str:
        """Return the language chosen, or the first."""
        return self.cleaned_data["language"] or self.languages[0]


class TypedCodeForm(forms.Form):
    """A code that came back unopened."""

    use_required_attribute = False

    code = forms.CharField(
        label=_("The code on it"),
        max_length=40,
        strip=True,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Type the code.")},
    )


class WaysForm(forms.Form):
    """Which ways in are listed."""

    kind = forms.ChoiceField(label=_("Kind"), required=False)
    state = forms.ChoiceField(
        label=_("State"),
        choices=[("", _("All")), ("open", _("Open")), ("over", _("Stopped or over"))],
        required=False,
    )

    def __init__(self, *args: Any, kinds: list[InvitationKind], **kwargs: Any) -> None:
        """Offer the `kinds` there are."""
        super().__init__(*args, **kwargs)
        offered = [(kind.value, kind.label) for kind in kinds]
        self.fields["kind"].choices = [("", _("All")), *offered]  # type: ignore[attr-defined]


class PosterForm(forms.Form):
    """In which language a poster is, and of which size."""

    language = forms.ChoiceField(label=_("Language"))
    size = forms.ChoiceField(label=_("Size"), choices=SIZES)

    @classmethod
    def asking(cls, asked: QueryDict, *, languages: list[str]) -> Self:
        """Return the form; what was not `asked` is the first there is."""
        first = {"language": languages[0], "size": SIZES[0][0]}
        form = cls({**first, **asked.dict()})
        form.fields["language"].choices = [(one, own_name(one)) for one in languages]  # type: ignore[attr-defined]
        return form

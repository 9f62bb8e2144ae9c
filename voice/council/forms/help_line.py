"""The form of a help line in the council's settings."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from voice.council.enums import BASE_LANGUAGE

LONGEST = 200


class HelpLineForm(WagtailAdminModelForm):
    """A help line, with what is said about it in each language there is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Add a field for every language besides the first."""
        super().__init__(*args, **kwargs)
        for code, name in self._others():
            self.fields[f"about_{code}"] = forms.CharField(
                label=_("about, in %(language)s") % {"language": name},
                initial=self.instance.about_in.get(code, ""),
                max_length=LONGEST,
                required=False,
                widget=forms.TextInput(attrs={"lang": code, "dir": "auto"}),
                help_text=_("Left empty, it is read in English."),
            )
        languages = [f"about_{code}" for code, _name in self._others()]
        self.order_fields(["name", "number", "about", *languages])

    def _post_clean(self) -> None:
        """Keep what was written in each language, before the line is checked."""
        self.instance.about_in = {
            code: words
            for code, _name in self._others()
            if (words := self.cleaned_data.get(f"about_{code}", "").strip())
        }
        super()._post_clean()

    @staticmethod
    def _others() -> list[tuple[str, str]]:
        """Return the other languages: code, and the name they have for themselves."""
        return [one for one in settings.LANGUAGES if one[0] != BASE_LANGUAGE]

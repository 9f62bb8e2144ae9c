"""Forms around the checklist: a manager's yes, a list of workers' words, the figures."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voice.council.models import Council


class AllowanceForm(forms.Form):
    """How more comments than readers have hours for will be read in time."""

    use_required_attribute = False

    how = forms.CharField(
        label=_("How will they be read in time?"),
        help_text=_(
            "For example: two more workers read on Thursdays until it is done."
        ),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say how they will be read in time.")},
    )


class JargonForm(forms.Form):
    """The workers' words of one language."""

    lines = forms.CharField(
        label=_("One word or phrase a line"),
        help_text=_(
            "Put a colon and what to say instead after it, if you like. For example: "
            "placement: where you live"
        ),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 20, "dir": "auto"}),
    )


class ReckoningForm(forms.ModelForm[Council]):
    """The figures that surveys are reckoned with."""

    use_required_attribute = False

    class Meta:
        """All of them, in the order of the formula."""

        model = Council
        fields = (
            "answering_share",
            "writing_share",
            "minutes_a_comment",
            "reading_hours",
            "questions_a_quarter",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show figures narrow, as figures are."""
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["inputmode"] = "numeric"

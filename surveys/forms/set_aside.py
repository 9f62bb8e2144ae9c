"""What a worker says of hoaxes and duplicates."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from surveys.enums import SetAsideKind
from surveys.models import SetAsideRule, Survey

MOST = 1000
LONGEST_SECONDS = 119


class SetAsideRuleForm(forms.Form):
    """By what they are known, the number it needs, and why."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        label=_("What did you notice?"),
        choices=SetAsideKind,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you noticed.")},
    )
    least = forms.IntegerField(
        label=_("How many alike, at least?"),
        help_text=_(
            "For pasted words, and for many with all the same answers, through one "
            "way in."
        ),
        min_value=2,
        max_value=MOST,
        required=False,
    )
    seconds = forms.IntegerField(
        label=_("Finished in under how many seconds?"),
        help_text=_("For those finished too quickly; up to 119."),
        min_value=1,
        max_value=LONGEST_SECONDS,
        required=False,
    )
    reason = forms.CharField(
        label=_("Why"),
        help_text=_(
            "What makes you think they are hoaxes or duplicates. Never because of "
            "what they think. Write no name and none of their words."
        ),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why; it is kept with the rule.")},
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the one number the rule needs."""
        said = super().clean() or {}
        kind = said.get("kind")
        needed = "seconds" if kind == SetAsideKind.TOO_QUICK else "least"
        if kind and not said.get(needed) and needed not in self.errors:
            self.add_error(needed, _("This rule needs a number here."))
        return said

    def rule(self, survey: Survey) -> SetAsideRule:
        """Return the rule that was described, not saved."""
        said = self.cleaned_data
        timed = said["kind"] == SetAsideKind.TOO_QUICK
        return SetAsideRule(
            survey=survey,
            kind=said["kind"],
            least=None if timed else said["least"],
            seconds=said["seconds"] if timed else None,
            reason=said["reason"],
        )


class TakeBackForm(forms.Form):
    """Why a rule is taken back."""

    use_required_attribute = False

    why = forms.CharField(
        label=_("Why is it taken back?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why; it is kept with the rule.")},
    )

"""What safeguarding leads fill in."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from voice.accounts.models import User
from voice.moderation.enums import Outcome, Reached
from voice.moderation.models import Concern, Wall
from voice.moderation.queries.concerns import people_who_may_be_named

LONGEST = 5000


def _words(label: Any, help_text: Any, missing: Any) -> forms.CharField:
    """Return a field of some sentences."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        error_messages={"required": missing},
    )


class _Form(forms.Form):
    """Asked by our own sentences, not by the browser's."""

    use_required_attribute = False


class DecideConcernForm(_Form):
    """What a safeguarding lead decided."""

    outcome = forms.ChoiceField(
        label=_("What did you decide?"),
        choices=Outcome,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you decided.")},
    )
    reference = forms.CharField(
        label=_("Reference"),
        help_text=_(
            "The number the front door or police gave you. You may add it later."
        ),
        max_length=100,
        required=False,
    )
    note = _words(
        _("Reason"),
        _("Why, and what was done. Only safeguarding leads can read it."),
        _("Say why, in a sentence."),
    )

    def __init__(self, *args: Any, has_acted: bool = False, **kwargs: Any) -> None:
        """Offer “immediate danger” first to who has rung 999 or the front door."""
        super().__init__(*args, **kwargs)
        if has_acted:
            self.fields["outcome"].initial = Outcome.IMMEDIATE_DANGER.value


class AddForm(_Form):
    """What happened since."""

    prefix = "add"

    text = _words(
        _("What happened since?"),
        _("It is kept beside the record and cannot be changed later."),
        _("Write what happened."),
    )
    reference = forms.CharField(
        label=_("Reference"),
        help_text=_("Only if you have one that is not written above."),
        max_length=100,
        required=False,
    )


class AttemptForm(_Form):
    """When somebody tried to reach them, and what came of it."""

    prefix = "attempt"

    reached = forms.ChoiceField(
        label=_("What came of it?"),
        choices=Reached,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what came of it.")},
    )
    tried_at = forms.DateTimeField(
        label=_("When did you try?"),
        help_text=_("Day and time, for example 2026-03-14 16:05."),
        widget=forms.DateTimeInput(
            attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"
        ),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"],
        error_messages={
            "required": _("Give the day and time."),
            "invalid": _("Give the day and time, for example 2026-03-14 16:05."),
        },
    )
    note = forms.CharField(
        label=_("Anything to know for the next try"),
        help_text=_("Only safeguarding leads can read it."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=LONGEST,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer this minute."""
        super().__init__(*args, **kwargs)
        self.fields["tried_at"].initial = timezone.localtime


class ReopenForm(_Form):
    """Why a decided concern is decided anew."""

    prefix = "reopen"

    reason = _words(
        _("Why decide again?"),
        _("What was decided before stays in the record."),
        _("Say why, in a sentence."),
    )


class HoldForm(_Form):
    """Why nothing may be deleted."""

    prefix = "hold"

    reason = _words(
        _("Why must it be kept?"),
        _("For example: a court asked for it, and its number."),
        _("Say why it must be kept."),
    )


class LetInForm(_Form):
    """Why somebody was kept out in error."""

    reason = _words(
        _("Why may they see it?"),
        _("It stays in the record, for safeguarding leads alone."),
        _("Say why they may see it, in a sentence."),
    )

    def __init__(self, data: Any = None, *, wall: Wall) -> None:
        """Set this form apart from those of other walls of the page."""
        super().__init__(data, prefix=f"wall{wall.pk}")
        self.fields["reason"].widget.attrs["rows"] = 2


class WallForm(_Form):
    """Whom the concern is about."""

    prefix = "wall"

    around = forms.ModelChoiceField(
        label=_("Whom is it about?"),
        help_text=_(
            "They never see it again, anywhere, and are told of nothing. "
            "You may choose yourself."
        ),
        queryset=User.objects.none(),
        empty_label=_("Choose a name"),
        error_messages={"required": _("Choose a name.")},
    )

    def __init__(self, *args: Any, concern: Concern, **kwargs: Any) -> None:
        """Offer everybody who may sign in and is not walled off already."""
        super().__init__(*args, **kwargs)
        self.fields["around"].queryset = people_who_may_be_named(concern)  # type: ignore[attr-defined]

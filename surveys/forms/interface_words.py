"""The forms in which words of the interface are looked up and approved."""

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Which(TextChoices):
    """Which sentences are listed."""

    ALL = "all", _("All")
    WAITING = "waiting", _("Not approved yet")
    MISSING = "missing", _("Still in English")


class LookUpWordsForm(forms.Form):
    """Words to look for, in either language, and which sentences."""

    use_required_attribute = False

    search = forms.CharField(label=_("Words to look for"), required=False)
    which = forms.ChoiceField(
        label=_("Which sentences"), required=False, choices=Which.choices
    )


class InterfaceApprovalForm(forms.Form):
    """Who has read the sentences on this screen."""

    use_required_attribute = False

    reader_name = forms.CharField(
        label=_("Name of the fluent reader"),
        max_length=200,
        error_messages={"required": _("Give the fluent reader's name.")},
        help_text=_(
            "Somebody who speaks the language well and has read every sentence on "
            "this page."
        ),
    )

"""What people write down about a comment."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CommentMemoForm(forms.Form):
    """A memo about one comment."""

    words = forms.CharField(
        label=_("A memo for the others who tag"),
        help_text=_("It is sealed as the comment is, and goes when that goes."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write something first.")},
    )

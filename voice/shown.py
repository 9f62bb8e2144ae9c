"""What was read from a file, shown to one person, and sent back to be kept as shown."""

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

# How long, in seconds, what was shown may wait to be kept.
SHOWN_FOR = 60 * 60


class ShownForm(forms.Form):
    """What was shown, signed by this house; nobody else's and nothing altered is taken."""

    shown = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, of: str, by: int, **kwargs: Any) -> None:
        """Take what was shown `of` something (a name of ours) to a person (`by`)."""
        super().__init__(*args, **kwargs)
        self.salt = f"{of}:{by}"

    def signed(self, content: Any) -> str:
        """Return plain content so that nobody can change it on its way."""
        return signing.dumps(content, salt=self.salt, compress=True)

    def clean_shown(self) -> Any:
        """Return what was shown; raises ValidationError for anything else."""
        try:
            return signing.loads(
                self.cleaned_data["shown"], salt=self.salt, max_age=SHOWN_FOR
            )
        except signing.BadSignature:
            raise forms.ValidationError(_("Bring the file once more.")) from None

"""What a reader fills in to pass thanks on to whom they are about."""

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from voice.accounts.models import User
from voice.moderation.enums import HintKind
from voice.moderation.forms.decisions import VersionForm
from voice.moderation.logic.others import Piece
from voice.moderation.queries.thanks import may_be_thanked


class ThanksForm(VersionForm):
    """Whom the words thank, and that they name nobody else.

    `found` is what screening saw besides that person's name: then a second yes is
    asked for, which holds for that person alone.
    """

    to = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Pass these words on to"),
        empty_label=_("Choose who it is about"),
        error_messages={"required": _("Choose who it is about.")},
    )
    names_nobody_else = forms.BooleanField(
        label=_(
            "I have read it again: it names nobody else, and does not tell who wrote it"
        ),
        error_messages={"required": _("Read it again first, and tick this.")},
    )
    sure = forms.BooleanField(
        label=_("I have looked at each of these pieces. They may have it as it stands"),
        required=False,
    )
    sure_of = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer everybody who works at the desk."""
        super().__init__(*args, **kwargs)
        self.found: list[tuple[str, str]] = []
        self.fields["to"].queryset = may_be_thanked()  # type: ignore[attr-defined]

    @property
    def is_sure(self) -> bool:
        """Say whether the second yes was given, and about this very person."""
        said = self.cleaned_data
        return bool(said["sure"]) and said["sure_of"] == said["to"].pk

    def warn(self, found: Sequence[Piece], told: str) -> None:
        """Ask for the second yes, having listed what was found; the rest stays filled."""
        self.found = [(str(HintKind(piece.kind).label), piece.words) for piece in found]
        sent = cast(QueryDict, self.data).copy()
        sent.pop("sure", None)
        sent["sure_of"] = str(self.cleaned_data["to"].pk)
        self.data = sent
        self.add_error("sure", told)

"""Writing down the sentence young editors agreed for a key theme, and taking it back."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.briefings.domain.errors import CannotBeSaid, NotThere
from voice.briefings.logic.agreed import cannot_be_said
from voice.briefings.models import Headline
from voice.statement.models import KeyTheme

if TYPE_CHECKING:
    from voice.accounts.models import User


@transaction.atomic
def agree_headline(
    key_theme: KeyTheme,
    *,
    sentence: str,
    agreed_by: str,
    agreed_on: date,
    by: "User",
    wordings: Mapping[str, str] | None = None,
) -> Headline:
    """Open the key theme's page with a sentence that young editors agreed; return it.

    `agreed_by` names their group, never a person; `wordings` are the sentence in other
    languages. Raises CannotBeSaid for numbers and for what speaks for everybody, and
    NotThere for a day ahead.
    """
    kept = {code: words for code, words in (wordings or {}).items() if words}
    said = {f"wording_{code}": words for code, words in kept.items()}
    for field, words in {"sentence": sentence, **said}.items():
        _refuse(words, field=field)
    if agreed_on > timezone.localdate():
        raise NotThere(_("They cannot have agreed it yet."), field="agreed_on")
    headline = Headline.objects.create(
        key_theme=key_theme,
        sentence=sentence,
        wordings=kept,
        agreed_by=agreed_by,
        agreed_on=agreed_on,
        recorded_by=by,
    )
    record("briefings.agree_headline", of=headline, by=by, key_theme=key_theme.pk)
    return headline


@transaction.atomic
def take_headline_back(key_theme: KeyTheme, *, by: "User") -> Headline:
    """Open the key theme's page with a quote again; return what says so."""
    headline = Headline.objects.create(
        key_theme=key_theme,
        sentence="",
        agreed_by="",
        agreed_on=timezone.localdate(),
        recorded_by=by,
    )
    record("briefings.take_headline_back", of=headline, by=by, key_theme=key_theme.pk)
    return headline


def _refuse(words: str, *, field: str) -> None:
    """Raise CannotBeSaid when a sentence holds what a headline cannot."""
    passages = cannot_be_said(words)
    if passages:
        raise CannotBeSaid(
            _(
                "A headline holds no number and does not speak for everybody or "
                "nobody. Ask them to say it without “%(passage)s”."
            )
            % {"passage": passages[0]},
            field=field,
        )

"""Writing down the sentence young editors agreed for a key theme, and taking it back."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.briefings.domain.errors import CannotBeSaid, NotThere, NoYes, SayHow
from voice.briefings.logic.agreed import cannot_be_said
from voice.briefings.models import Headline, ProposedHeadline
from voice.briefings.queries.to_look_at import subject_of_headline
from voice.statement.models import KeyTheme
from voice.young_editors.queries.standing import standing_of

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
    how: str,
    wordings: Mapping[str, str] | None = None,
) -> Headline:
    """Open the key theme's page with a sentence that young editors agreed; return it.

    As a worker writes it down: `agreed_by` names their group, never a person, and `how`
    says how they agreed, and why not by their own yes; the board reads it. `wordings`
    are the sentence in other languages. Raises CannotBeSaid for numbers and for what
    speaks for everybody, SayHow, and NotThere for a day ahead.
    """
    kept = _kept(sentence, wordings)
    if not how.strip():
        raise SayHow(_("Say how they agreed. The board reads it."), field="how")
    if agreed_on > timezone.localdate():
        raise NotThere(_("They cannot have agreed it yet."), field="agreed_on")
    headline = Headline.objects.create(
        key_theme=key_theme,
        sentence=sentence,
        wordings=kept,
        agreed_by=agreed_by,
        agreed_on=agreed_on,
        how=how.strip(),
        recorded_by=by,
    )
    record("briefings.agree_headline", of=headline, by=by, key_theme=key_theme.pk)
    return headline


@transaction.atomic
def propose_headline(
    key_theme: KeyTheme,
    *,
    sentence: str,
    by: "User",
    wordings: Mapping[str, str] | None = None,
) -> ProposedHeadline:
    """Propose a sentence that young editors can be asked about, or put it otherwise.

    Raises CannotBeSaid as `agree_headline` does.
    """
    kept = _kept(sentence, wordings)
    proposed, _is_new = ProposedHeadline.objects.update_or_create(
        key_theme=key_theme,
        defaults={
            "sentence": sentence,
            "wordings": kept,
            "written_by": by,
            "written_at": timezone.now(),
        },
    )
    record("briefings.propose_headline", of=proposed, by=by, key_theme=key_theme.pk)
    return proposed


@transaction.atomic
def agree_by_their_yes(proposed: ProposedHeadline, *, by: "User") -> Headline:
    """Open the key theme's page with a sentence that every group asked said yes to.

    Raises NoYes when one of them has not, or a word changed since.
    """
    row = ProposedHeadline.objects.select_for_update().get(pk=proposed.pk)
    stand = standing_of(subject_of_headline(row))
    answers = [one.answer for one in stand.said if one.answer]
    if not stand.is_yes or not answers:
        raise NoYes(_("The young editors have not said yes to these words."))
    last = max(answers, key=lambda one: one.answered_at)
    headline = Headline.objects.create(
        key_theme=row.key_theme,
        sentence=row.sentence,
        wordings=row.wordings,
        agreed_by=", ".join(one.group.name for one in stand.said)[:200],
        agreed_on=timezone.localdate(last.answered_at),
        editors_answer=last,
        recorded_by=by,
    )
    record(
        "briefings.agree_by_their_yes",
        of=headline,
        by=by,
        key_theme=row.key_theme_id,
        answer=last.pk,
    )
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


def _kept(sentence: str, wordings: Mapping[str, str] | None) -> dict[str, str]:
    """Return the wordings that hold something; raises CannotBeSaid."""
    kept = {code: words for code, words in (wordings or {}).items() if words}
    said = {f"wording_{code}": words for code, words in kept.items()}
    for field, words in {"sentence": sentence, **said}.items():
        _refuse(words, field=field)
    return kept


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

"""Citing what children said: from an issued release, frozen as it stands there."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.releases.models import Quote, Release
from voice.releases.queries import verified
from voice.statement.enums import EvidenceKind, Stance
from voice.statement.logic.frozen import (
    Frozen,
    NotInTheRelease,
    Source,
    quote_cited,
    result_cited,
    theme_cited,
)
from voice.statement.models import Action, Evidence, KeyTheme

if TYPE_CHECKING:
    from voice.accounts.models import User


class CannotCite(Exception):
    """This cannot be evidence here; the message is for people."""


class NotIssued(CannotCite):
    """Only what two people signed may be cited."""


class Recalled(CannotCite):
    """What was taken back is evidence of nothing more."""


class NothingToCite(CannotCite):
    """The release does not tell this, or the quote was struck out."""


class CitedAlready(CannotCite):
    """The same thing is evidence here already."""


@dataclass(frozen=True)
class _Citation:
    """What is cited: its kind, its name within the release, and what is kept of it."""

    kind: EvidenceKind
    cites: str
    frozen: Frozen
    quote: Quote | None = None


@transaction.atomic
def cite_theme(
    release: Release,
    *,
    theme_name: str,
    key_theme: KeyTheme,
    stance: Stance | str,
    by: "User",
    action: Action | None = None,
) -> Evidence:
    """Return a theme of an issued release as new evidence; raises CannotCite."""
    _refuse_unissued(release)
    try:
        frozen = theme_cited(release.tables, theme_name, _source(release))
    except NotInTheRelease as missing:
        raise NothingToCite(_("This release has no such theme.")) from missing
    citation = _Citation(EvidenceKind.THEME, f"theme:{theme_name}", frozen)
    return _cite(release, citation, key_theme, action, stance, by)


@transaction.atomic
def cite_result(
    release: Release,
    *,
    question_key: str,
    option_key: str,
    key_theme: KeyTheme,
    stance: Stance | str,
    by: "User",
    action: Action | None = None,
) -> Evidence:
    """Return what was answered to one option as new evidence; raises CannotCite."""
    _refuse_unissued(release)
    try:
        frozen = result_cited(
            release.tables, question_key, option_key, _source(release)
        )
    except NotInTheRelease as missing:
        raise NothingToCite(_("This release has no such result.")) from missing
    cites = f"result:{question_key}/{option_key}"
    citation = _Citation(EvidenceKind.RESULT, cites, frozen)
    return _cite(release, citation, key_theme, action, stance, by)


@transaction.atomic
def cite_quote(
    quote: Quote,
    *,
    key_theme: KeyTheme,
    stance: Stance | str,
    by: "User",
    action: Action | None = None,
) -> Evidence:
    """Return a child's words from an issued release as new evidence; CannotCite."""
    release = quote.release
    _refuse_unissued(release)
    if quote.refused_by_id is not None or not quote.text:
        raise NothingToCite(_("This quote was struck out by a signer."))
    frozen = quote_cited(
        release.tables,
        text=quote.text,
        language=quote.language,
        translation=quote.translation,
        translated_from=quote.translated_from,
        question_key=quote.question_key,
        themes=quote.themes,
        source=_source(release),
    )
    citation = _Citation(EvidenceKind.QUOTE, f"quote:{quote.pk}", frozen, quote)
    return _cite(release, citation, key_theme, action, stance, by)


@transaction.atomic
def cite_several(
    release: Release,
    *,
    cites: Iterable[str],
    key_theme: KeyTheme,
    stance: Stance | str,
    by: "User",
    action: Action | None = None,
) -> list[Evidence]:
    """Return new evidence for each of `cites`, all or none; raises CannotCite.

    `cites` are written as `Evidence.cites` is: “theme:…”, “result:…/…”, “quote:…”.
    """
    made = []
    for cite in cites:
        kind, _colon, name = cite.partition(":")
        if kind == EvidenceKind.THEME:
            add = partial(cite_theme, release, theme_name=name)
        elif kind == EvidenceKind.RESULT:
            question, _slash, option = name.partition("/")
            add = partial(
                cite_result, release, question_key=question, option_key=option
            )
        else:
            add = partial(cite_quote, _quote_of(release, name))
        made.append(add(key_theme=key_theme, stance=stance, by=by, action=action))
    return made


def _quote_of(release: Release, number: str) -> Quote:
    """Return the quote of this number in the release; raises NothingToCite."""
    found = release.quotes.filter(pk=number).first() if number.isdigit() else None
    if found is None:
        raise NothingToCite(_("This release has no such quote."))
    return found


@transaction.atomic
def choose_headline(key_theme: KeyTheme, *, evidence: Evidence, by: "User") -> None:
    """Open the key theme's board page with this quote; raises CannotCite."""
    its_own = evidence.key_theme_id == key_theme.pk
    if evidence.kind != EvidenceKind.QUOTE or not its_own:
        raise CannotCite(_("A page opens with a quote of its own key theme."))
    if evidence.is_recalled:
        raise Recalled(_("This quote is in a release that was recalled."))
    key_theme.headline = evidence
    key_theme.save(update_fields=["headline"])
    record("statement.choose_headline", of=key_theme, by=by, evidence=str(evidence.pk))


def _cite(
    release: Release,
    citation: _Citation,
    key_theme: KeyTheme,
    action: Action | None,
    stance: Stance | str,
    by: "User",
) -> Evidence:
    """Save and audit one piece of evidence; raises CitedAlready or CannotCite."""
    if action is not None and action.area.key_theme_id != key_theme.pk:
        raise CannotCite(_("This action belongs to another key theme."))
    here = Evidence.objects.filter(
        release=release, cites=citation.cites, key_theme=key_theme, action=action
    )
    if here.exists():
        raise CitedAlready(_("This is evidence here already."))
    evidence = Evidence.objects.create(
        key_theme=key_theme,
        action=action,
        release=release,
        kind=citation.kind,
        stance=Stance(stance),
        quote=citation.quote,
        cites=citation.cites,
        frozen=citation.frozen,
        added_by=by,
    )
    record(
        "statement.cite",
        of=evidence,
        by=by,
        kind=citation.kind.value,
        release=release.pk,
        key_theme=key_theme.pk,
        action=action.pk if action else None,
    )
    return evidence


def _refuse_unissued(release: Release) -> None:
    """Raise NotIssued, Recalled, or ReleaseAltered: only what stands is cited."""
    if not release.is_issued:
        raise NotIssued(_("Only a release that two people have signed can be cited."))
    if release.is_recalled:
        raise Recalled(_("This release was recalled. Cite the one that corrects it."))
    verified(release)


def _source(release: Release) -> Source:
    """Return which release is cited, for what is frozen."""
    assert release.issued_at is not None  # noqa: S101 - a constraint of Release
    return {
        "number": release.number,
        "hash": release.content_hash,
        "issued_on": timezone.localdate(release.issued_at).isoformat(),
    }

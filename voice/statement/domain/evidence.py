"""Citing what children said: from an issued release, frozen as it stands there."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.audience import Audience
from voice.audit.domain.record import record
from voice.releases.models import Quote, Release
from voice.releases.queries import verified
from voice.statement.domain.placing import (
    CannotCite,
    Citation,
    Spot,
    place_evidence,
)
from voice.statement.enums import EvidenceKind, Stance
from voice.statement.logic.frozen import (
    NotInTheRelease,
    Source,
    quote_cited,
    result_cited,
    theme_cited,
)
from voice.statement.models import Action, Area, Evidence, KeyTheme

if TYPE_CHECKING:
    from voice.accounts.models import User


class NotIssued(CannotCite):
    """Only what two people signed may be cited."""


class Recalled(CannotCite):
    """What was taken back is evidence of nothing more."""


class NothingToCite(CannotCite):
    """The release does not tell this, or the quote was struck out."""


@transaction.atomic
def cite_theme(
    release: Release,
    *,
    theme_name: str,
    key_theme: KeyTheme,
    stance: Stance | str,
    by: "User",
    action: Action | None = None,
    area: Area | None = None,
) -> Evidence:
    """Return a theme of an issued release as new evidence; raises CannotCite."""
    _refuse_unissued(release)
    try:
        frozen = theme_cited(release.tables, theme_name, _source(release))
    except NotInTheRelease as missing:
        raise NothingToCite(_("This release has no such theme.")) from missing
    citation = Citation(EvidenceKind.THEME, f"theme:{theme_name}", frozen, release)
    return place_evidence(
        citation, at=Spot(key_theme, action, area), stance=stance, by=by
    )


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
    area: Area | None = None,
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
    citation = Citation(EvidenceKind.RESULT, cites, frozen, release)
    return place_evidence(
        citation, at=Spot(key_theme, action, area), stance=stance, by=by
    )


@transaction.atomic
def cite_quote(
    quote: Quote,
    *,
    key_theme: KeyTheme,
    stance: Stance | str,
    by: "User",
    action: Action | None = None,
    area: Area | None = None,
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
    cites = f"quote:{quote.pk}"
    citation = Citation(EvidenceKind.QUOTE, cites, frozen, release, quote)
    return place_evidence(
        citation, at=Spot(key_theme, action, area), stance=stance, by=by
    )


@transaction.atomic
def cite_several(
    release: Release,
    *,
    cites: Iterable[str],
    key_theme: KeyTheme,
    stance: Stance | str,
    by: "User",
    action: Action | None = None,
    area: Area | None = None,
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
        made.append(
            add(key_theme=key_theme, stance=stance, by=by, action=action, area=area)
        )
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
    if evidence.audience != Audience.YOUNG_PEOPLE:
        raise CannotCite(_("A page opens with what a young person said."))
    if evidence.is_recalled:
        raise Recalled(_("This quote is in a release that was recalled."))
    if evidence.is_set_aside:
        raise CannotCite(_("This quote was set aside."))
    key_theme.headline = evidence
    key_theme.save(update_fields=["headline"])
    record("statement.choose_headline", of=key_theme, by=by, evidence=str(evidence.pk))


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

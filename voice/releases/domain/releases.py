"""Proposing, signing and dropping releases, and refusing their quotes."""

from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.models import Comment, Survey
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.moderation.queries.kept import (
    Translated,
    kept_readings,
    kept_texts,
    kept_translations,
)
from voice.releases.at_issue import tell_issued
from voice.releases.domain.attempts import refusals_recorded, withstand
from voice.releases.enums import ReleaseKind, ReleaseState
from voice.releases.logic.gates import Gate, is_words_only, shut_gates
from voice.releases.logic.leaving_out import without
from voice.releases.logic.making import make_tables
from voice.releases.logic.rolls import packed
from voice.releases.logic.tables import Tables
from voice.releases.models import Quote, Release, Roll, Signature
from voice.releases.presentation import gate_sentence
from voice.releases.queries.codebook import codebooks_to_keep
from voice.releases.queries.material import release_material
from voice.releases.queries.quotable import (
    kept_words_were_dropped,
    quotable_readings,
    quotes_no_longer_allowed,
)
from voice.releases.queries.releases import hash_of, verified
from voice.releases.queries.rule import current_rule
from voice.releases.queries.standing import release_standing
from voice.themes.models import Tag

SIGNATURES_NEEDED = 2


class GatesNotMet(Exception):
    """The survey may not be released now; `reasons` are sentences for people."""

    def __init__(self, gates: Sequence[Gate]) -> None:
        self.gates = list(gates)
        self.reasons = [gate_sentence(gate) for gate in gates]
        super().__init__(" ".join(self.reasons))


class QuoteNotAllowed(Exception):
    """A comment may not be quoted, or not any more."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "A quote may not be used: the young person or the reader did not say "
                "yes to it, or its words have been kept back or changed since."
            )
        )


class ProposalOutOfDate(Exception):
    """Words that were counted have been kept back since."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Some comments have been kept back since this was proposed. Drop it "
                "and propose it again, so that they are left out."
            )
        )


class AlreadySettled(Exception):
    """Somebody issued or dropped the release before you."""

    def __init__(self) -> None:
        super().__init__(_("This release has been issued or dropped already."))


class AlreadySigned(Exception):
    """Nobody signs twice: two different people are needed."""

    def __init__(self) -> None:
        super().__init__(
            _("You have signed this release. The second signature is somebody else's.")
        )


def preview_tables(survey: Survey) -> Tables:
    """Return what a release would tell if it were proposed now; nothing is saved."""
    material = release_material(survey)
    words_only = is_words_only(len(material.responses))
    return make_tables(material, current_rule(), words_only=words_only)


@refusals_recorded
@transaction.atomic
def propose_release(
    survey: Survey,
    *,
    by: User,
    quotes: Iterable[Comment] = (),
    leave_out: Collection[str] = (),
) -> Release:
    """Make the next release of a survey, sign it first, and return it waiting.

    Under 30 answers it is words-only. `quotes` are comments whose kept words travel
    with it; `leave_out` names tables that do not (logic.leaving_out spells them).
    Raises GatesNotMet, QuoteNotAllowed when a comment may not be quoted, and
    CouldBeWorkedOut when an attack on it, and on all told before, finds something.
    """
    Survey.objects.select_for_update().get(pk=survey.pk)
    _hold_kept_words(survey)
    standing = release_standing(survey)
    if gates := shut_gates(standing):
        raise GatesNotMet(gates)
    material = release_material(survey)
    counted = len(material.responses)
    words_only = is_words_only(counted)
    tables = make_tables(material, current_rule(), words_only=words_only)
    newest = survey.releases.aggregate(Max("number"))["number__max"] or 0
    release = Release(
        survey=survey,
        number=newest + 1,
        kind=ReleaseKind.WORDS_ONLY if words_only else ReleaseKind.FIGURES,
        tables=without(tables, leave_out),
        codebook=codebooks_to_keep(survey),
        counted=counted,
    )
    release.save()
    Roll.objects.create(release=release, packed=packed(material.ids))
    withstand(release, material=material)
    _add_quotes(release, {comment.pk for comment in quotes})
    _seal(release)
    _sign(release, by=by)
    record(
        "releases.propose",
        of=release,
        by=by,
        kind=release.kind,
        quotes=release.quotes.count(),
        left_out=sorted(leave_out),
        content_hash=release.content_hash,
    )
    return release


def _hold_kept_words(survey: Survey) -> None:
    """Wait for whoever keeps words back now; hold later ones until this is stored."""
    readings = kept_readings(survey).select_related(None).only("pk")
    list(readings.select_for_update(of=("self",)))


def _add_quotes(release: Release, comments: set[UUID]) -> None:
    """Copy the kept words of `comments` into the release, with the themes it tells.

    An approved translation goes beside them.
    """
    readings = list(quotable_readings(release.survey).filter(comment_id__in=comments))
    if len(readings) != len(comments):
        raise QuoteNotAllowed
    told = _themes_told(release)
    tables: Tables = release.tables
    left_out = tables.get("themes_left_out", [])
    texts, translations = kept_texts(readings), kept_translations(readings)
    for reading in readings:
        translated = translations.get(reading.pk, Translated("", ""))
        tagged = Tag.objects.filter(comment_id=reading.comment_id)
        names = {
            told[key]
            for key in tagged.values_list("theme_id", flat=True)
            if key in told and reading.comment.question.key not in left_out
        }
        Quote.objects.create(
            release=release,
            comment=reading.comment,
            text=texts[reading.pk],
            translation=translated.words,
            translated_from=translated.language,
            language=reading.comment.language,
            question_key=reading.comment.question.key,
            themes=sorted(names),
        )


def _themes_told(release: Release) -> dict[int, str]:
    """Return the themes a quote may name: those told; none beside words alone."""
    if release.is_words_only:
        return {}
    tables: Tables = release.tables
    return {int(theme["key"]): theme["name"] for theme in tables["themes"]}


def _seal(release: Release) -> None:
    """Write down the hash of what the release holds now."""
    fresh = Release.objects.select_related("survey").get(pk=release.pk)
    release.content_hash = hash_of(fresh)
    release.save(update_fields=["content_hash"])


def _sign(release: Release, *, by: User) -> None:
    """Put a name under what the release holds now."""
    Signature.objects.create(release=release, by=by, content_hash=release.content_hash)


def _waiting(release: Release) -> Release:
    """Return the release, locked and as stored; raises AlreadySettled."""
    stored = (
        Release.objects.select_for_update(of=("self",))
        .select_related("survey")
        .get(pk=release.pk)
    )
    if not stored.is_waiting:
        raise AlreadySettled
    return stored


@refusals_recorded
@transaction.atomic
def sign_release(release: Release, *, by: User) -> Release:
    """Sign a waiting release; the second person's name issues it.

    Raises AlreadySettled, AlreadySigned, QuoteNotAllowed, ProposalOutOfDate,
    CouldBeWorkedOut when it does not withstand an attack any more, or ReleaseAltered
    when it is not what the first person signed.
    """
    stored = _waiting(release)
    verified(stored)
    if stored.signatures.filter(by=by).exists():
        raise AlreadySigned
    if kept_words_were_dropped(stored):
        raise ProposalOutOfDate
    if quotes_no_longer_allowed(stored):
        raise QuoteNotAllowed
    withstand(stored)
    _sign(stored, by=by)
    if stored.signatures.count() >= SIGNATURES_NEEDED:
        stored.state = ReleaseState.ISSUED
        stored.issued_at = timezone.now()
        stored.save(update_fields=["state", "issued_at"])
    record(
        "releases.sign",
        of=stored,
        by=by,
        state=stored.state,
        content_hash=stored.content_hash,
    )
    if stored.is_issued:
        tell_issued(stored, by)
    release.refresh_from_db()
    return release


@transaction.atomic
def refuse_quote(quote: Quote, *, why: str, by: User) -> Quote:
    """Strike a quote from a waiting release; its words are gone from it for good.

    Raises AlreadySettled; nothing changes when the quote was refused before.
    """
    stored = _waiting(quote.release)
    verified(stored)
    quote.refresh_from_db()
    if quote.refused_by_id is None:
        quote.text = quote.translation = quote.translated_from = ""
        quote.themes = []
        quote.refused_by = by
        quote.refused_why = why
        quote.save()
        _seal(stored)
        record("releases.refuse_quote", of=quote, by=by, release=stored.pk)
    return quote


@transaction.atomic
def drop_release(release: Release, *, by: User) -> Release:
    """Drop a waiting release; its quotes go with it. Raises AlreadySettled."""
    stored = _waiting(release)
    for quote in stored.quotes.all():
        quote.delete()
    Roll.objects.filter(release=stored).delete()
    stored.attempts.all().delete()
    stored.state = ReleaseState.DROPPED
    stored.save(update_fields=["state"])
    record("releases.drop", of=stored, by=by)
    release.refresh_from_db()
    return release

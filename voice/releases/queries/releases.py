"""Issued releases, never handed out before their hash has been checked."""

from django.db.models import OuterRef, QuerySet
from django.utils.translation import gettext as _

from surveys.models import Survey
from voice.releases.enums import ReleaseState
from voice.releases.logic.canonical import content_hash
from voice.releases.models import Quote, Release


class ReleaseAltered(Exception):
    """A release is not what was signed: something changed it from outside."""

    def __init__(self, release: Release) -> None:
        super().__init__(
            _("Release %(number)s of “%(survey)s” is not what was signed.")
            % {"number": release.number, "survey": release.survey}
        )
        self.release = release


def quotes_of(release: Release) -> list[Quote]:
    """Return the quotes that travel in a release, the refused ones left out."""
    return [quote for quote in release.quotes.all() if quote.refused_by_id is None]


def hash_of(release: Release) -> str:
    """Return the hash of what a release holds now; a survey's name may change."""
    return content_hash(
        survey=str(release.survey_id),
        number=release.number,
        tables=release.tables,
        quotes=[_spelt(quote) for quote in quotes_of(release)],
        codebook=release.codebook,
    )


def _spelt(quote: Quote) -> dict[str, object]:
    """Return what is signed of a quote; a translation only where there is one.

    So that a release from before translations travelled keeps its hash.
    """
    signed: dict[str, object] = {
        "text": quote.text,
        "language": quote.language,
        "question": quote.question_key,
        "themes": quote.themes,
    }
    if quote.translation or quote.translated_from:
        signed |= {
            "translation": quote.translation,
            "translated_from": quote.translated_from,
        }
    return signed


def verified(release: Release) -> Release:
    """Return the release; raises ReleaseAltered when it is not what was signed."""
    if hash_of(release) != release.content_hash:
        raise ReleaseAltered(release)
    return release


def standing_releases() -> QuerySet[Release]:
    """Return the releases that stand: issued, and not recalled since."""
    return Release.objects.filter(state=ReleaseState.ISSUED, recall=None)


def issued_releases() -> list[Release]:
    """Return every release that stands, the newest first, each one checked."""
    releases = (
        standing_releases()
        .select_related("survey__consultation", "recall")
        .prefetch_related("quotes")
        .order_by("-issued_at", "-pk")
    )
    return [verified(release) for release in releases]


def recalled_releases() -> list[Release]:
    """Return the recalled releases, the newest first, those altered since left out.

    For saying that they were recalled: nothing they tell counts.
    """
    releases = (
        Release.objects.filter(recall__isnull=False)
        .select_related("survey__consultation", "recall__by")
        .prefetch_related("quotes")
        .order_by("-issued_at", "-pk")
    )
    return [one for one in releases if hash_of(one) == one.content_hash]


def correction_of(release: Release) -> Release | None:
    """Return the release that puts a recalled one right: the next that stands; or None."""
    later = standing_after(release.survey_id, release.number)
    return later.defer("tables", "codebook").first()


def standing_after(survey: int | OuterRef, number: int | OuterRef) -> QuerySet[Release]:
    """Return the releases of a survey that stand and come after this number, in order."""
    later = standing_releases().filter(survey=survey, number__gt=number)
    return later.order_by("number")


def corrected_by(release: Release) -> Release | None:
    """Return the recalled release that this one puts right, or would; or None.

    The one just before it among those that were issued.
    """
    if release.number == 1:
        return None
    before = Release.objects.filter(
        survey=release.survey_id, number__lt=release.number, state=ReleaseState.ISSUED
    ).select_related("recall")
    found = before.defer("tables", "codebook").order_by("-number").first()
    return found if found is not None and found.is_recalled else None


def latest_release(survey: Survey) -> Release | None:
    """Return the newest release of a survey that stands, checked; or None."""
    release = (
        standing_releases()
        .filter(survey=survey)
        .select_related("survey__consultation")
        .prefetch_related("quotes")
        .order_by("-number")
        .first()
    )
    return None if release is None else verified(release)

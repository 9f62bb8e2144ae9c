"""About how many answered a consultation, as far as releases tell it."""

import logging
from collections import Counter
from dataclasses import dataclass

from surveys.audience import Audience
from surveys.models import Consultation, Edition
from voice.releases.logic.protected import Code
from voice.releases.models import Release
from voice.releases.queries import ReleaseAltered, standing_releases, verified

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class AnsweredTold:
    """About how many answered one survey: the release's own number, never added up.

    `title` names the survey where the same audience was asked in several, else "".
    """

    audience: Audience
    title: str
    number: int


def answered_about(consultation: Consultation) -> list[AnsweredTold]:
    """Return how many answered each survey, young people first; at most three queries.

    Each from the newest release of its survey that stands, where that tells a number.
    What two surveys were told is never added up: it may be the same people, and
    audiences are told apart (docs/decisions/0045).
    """
    rows = (
        Edition.objects.filter(survey__consultation=consultation)
        .order_by("survey")
        .values_list("survey", "survey__audience", "survey__title")
        .distinct()
    )
    surveys = {pk: (Audience(audience), title) for pk, audience, title in rows}
    if not surveys:
        return []
    asked = Counter(audience for audience, _title in surveys.values())
    found = [
        AnsweredTold(audience, title if asked[audience] > 1 else "", number)
        for pk, number in _numbers(consultation).items()
        if pk in surveys
        for audience, title in [surveys[pk]]
    ]
    order = list(Audience)
    return sorted(found, key=lambda one: (order.index(one.audience), one.title))


def _numbers(consultation: Consultation) -> dict[int, int]:
    """Return the number that the newest standing release of each survey tells."""
    releases = (
        standing_releases()
        .filter(survey__consultation=consultation)
        .select_related("survey__consultation")
        .prefetch_related("quotes")
        .order_by("number")
    )
    newest = {release.survey_id: release for release in releases}
    told = {pk: _number(release) for pk, release in newest.items()}
    return {pk: number for pk, number in told.items() if number is not None}


def _number(release: Release) -> int | None:
    """Return how many answered as a release tells it; None where it tells no number."""
    try:
        answered = verified(release).tables["reach"]["answered"]
    except ReleaseAltered:
        log.error("Release %s is not what was signed; it tells nothing.", release.pk)
        return None
    number: int | None = answered["number"]
    return number if answered["code"] == Code.COUNT else None

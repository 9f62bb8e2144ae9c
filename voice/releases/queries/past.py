"""How many answered each question of past surveys, as issued releases tell it."""

from collections.abc import Collection

from django.utils import timezone

from surveys.past_results import PastResult
from voice.releases.presentation import words_for
from voice.releases.queries.releases import standing_releases, verified


def past_results_of(surveys: Collection[int]) -> dict[tuple[int, str], PastResult]:
    """Return the size of each question's newest result, by survey id and key.

    Protected words, exactly as the release says them. Raises ReleaseAltered.
    """
    releases = (
        standing_releases()
        .filter(survey__in=surveys)
        .select_related("survey")
        .prefetch_related("quotes")
        .order_by("issued_at", "pk")
    )
    found: dict[tuple[int, str], PastResult] = {}
    for release in releases:
        tables, issued = verified(release).tables, release.issued_at
        for question in tables["questions"]:
            if issued is not None:
                found[release.survey_id, question["key"]] = PastResult(
                    words_for(question["answered"]), timezone.localdate(issued)
                )
    return found


def surveys_released() -> set[int]:
    """Return the ids of the surveys that have a release that stands."""
    return set(standing_releases().order_by().values_list("survey_id", flat=True))

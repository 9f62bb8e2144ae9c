"""About how many answered a consultation, as far as a release tells it."""

import logging

from surveys.models import Consultation, Edition
from voice.releases.logic.protected import Code
from voice.releases.logic.tables import Figure
from voice.releases.queries import ReleaseAltered, standing_releases, verified

log = logging.getLogger(__name__)


def answered_about(consultation: Consultation) -> Figure | None:
    """Return how many answered, from its newest release that stands; None without one.

    None too where the release tells no number of it, and where several surveys were
    asked: what each was told may not be added up. At most three queries.
    """
    editions = Edition.objects.filter(survey__consultation=consultation)
    if editions.order_by().values("survey").distinct().count() != 1:
        return None
    release = (
        standing_releases()
        .filter(survey__consultation=consultation)
        .select_related("survey__consultation")
        .prefetch_related("quotes")
        .order_by("-number")
        .first()
    )
    if release is None:
        return None
    try:
        answered: Figure = verified(release).tables["reach"]["answered"]
    except ReleaseAltered:
        log.error("Release %s is not what was signed; it tells nothing.", release.pk)
        return None
    return answered if answered["code"] == Code.COUNT else None

"""The sessions that everybody is told of: on the page of a consultation, while they come."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.audience import Audience
from surveys.models import Consultation, Edition, PlannedSession
from surveys.planning import ThereIs, ToldTo
from voice.council.models import AgeBand
from voice.council.queries.bands import bands_called, every_band


@dataclass(frozen=True, slots=True)
class ToldSession:
    """A session as its page tells it.

    `ages` are in words, empty for every age asked; `adults` says which of them it is
    for, empty for young people; `there_is` what makes it easier to come.
    """

    session: PlannedSession
    ages: str
    adults: str
    there_is: list[str]


def everybody_is_told() -> Q:
    """Return, of a planned session, whether it is public: meant so, of a published survey."""
    asked = Edition.objects.filter(survey=OuterRef("survey"))
    return Q(Exists(asked), told_to=ToldTo.EVERYBODY)


def told_sessions(consultation: Consultation, *, at: datetime) -> list[ToldSession]:
    """Return the sessions of a consultation that stand on its page at the moment `at`.

    Those that have not ended, and cancelled ones until their day is over; of surveys
    that were published; young people's first. Three queries.
    """
    rows = PlannedSession.objects.filter(
        everybody_is_told(),
        survey__consultation=consultation,
        held_on__gte=timezone.localdate(at),
    )
    bands = every_band()
    found = [
        _told(row, bands)
        for row in rows.select_related("survey", "held_by").prefetch_related("moves")
        if row.is_cancelled or not row.is_over(at=at)
    ]
    return sorted(found, key=lambda one: bool(one.adults))


def _told(session: PlannedSession, bands: list[AgeBand]) -> ToldSession:
    """Return a session with what its keys mean in the language of now."""
    called = bands_called(session.age_bands, bands)
    ages = _(" and ").join(called[key] for key in session.age_bands)
    audience = Audience(session.survey.audience)
    there_is = [ThereIs(value).label for value in session.there_is]
    return ToldSession(
        session,
        _("%(ages)s years old") % {"ages": ages} if ages else "",
        str(audience.label) if audience in Audience.adults() else "",
        [str(label) for label in there_is],
    )

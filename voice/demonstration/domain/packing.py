"""The evidence for inspectors, of the year until today."""

from datetime import timedelta

from voice.briefings.domain.packs import make_pack
from voice.demonstration.domain.telling import Telling

A_YEAR = timedelta(days=365)


def make_the_pack(telling: Telling) -> None:
    """Make one pack of everything the story tells."""
    make_pack(
        since=telling.today - A_YEAR,
        until=telling.today,
        today=telling.today,
        by=telling.people["worker"],
    )

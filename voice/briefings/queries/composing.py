"""What a paper is composed with: its language, its day, and the releases it stands on."""

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format

from surveys.audience_words import survey_called
from voice.briefings.logic.paper import Source, Told
from voice.releases.logic.tables import Figure, audience_told
from voice.releases.models import Release
from voice.releases.presentation import words_for


@dataclass(slots=True)
class Composing:
    """A paper being composed on the day `on`; it numbers its sources as they come.

    `language` must be the language that is active meanwhile.
    """

    language: str
    on: date
    releases: dict[int, Release] = field(default_factory=dict)

    def source(self, release: Release) -> int:
        """Return the number of a release among the sources, counted from 1."""
        self.releases.setdefault(release.pk, release)
        return list(self.releases).index(release.pk) + 1

    def sources(self) -> list[Source]:
        """Return the sources so far, in the order they were first named."""
        return [
            {
                "number": number,
                "consultation": release.tables["consultation"]["title"],
                "survey": survey_called(
                    release.tables["survey"]["title"], audience_told(release.tables)
                ),
                "release": release.number,
                "hash": release.content_hash,
                "issued_on": issued_on(release).isoformat(),
            }
            for number, release in enumerate(self.releases.values(), start=1)
        ]


def issued_on(release: Release) -> date:
    """Return the day a release was issued, by local time."""
    return timezone.localdate(release.issued_at)


def told(figure: Figure) -> Told:
    """Return a protected figure in the active language."""
    return {**figure, "words": words_for(figure)}


def day(moment: date) -> str:
    """Return a date as people write it in the active language."""
    return date_format(moment, "j F Y")

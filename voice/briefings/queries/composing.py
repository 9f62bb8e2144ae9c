"""What a paper is composed with: its language, its day, and the releases it stands on."""

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from surveys.audience_words import survey_called
from voice.briefings.logic.paper import Source, Told
from voice.releases.logic.tables import Figure, Reach, Tables, audience_told
from voice.releases.models import Release
from voice.releases.presentation import words_for
from voice.replies.logic.released import released_numbers


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

    def numbers(self) -> dict[int, frozenset[str]]:
        """Return what each source so far has let out, by its number."""
        return {
            number: released_numbers(release.tables)
            for number, release in enumerate(self.releases.values(), start=1)
        }

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
                "asked": prompts_of(release.tables),
                "answered": reach_sentence(release.tables["reach"]),
                "missing": release.tables["reach"]["missing"],
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


def prompts_of(tables: Tables) -> list[str]:
    """Return what was asked: closed questions, then those answered in own words."""
    return [
        *(one["prompt"] for one in tables["questions"]),
        *(one["prompt"] for one in tables["open_questions"]),
    ]


def reach_sentence(reach: Reach) -> str:
    """Return the reach as somebody understands it who knows nothing of surveys."""
    answered, asked = reach["answered"], reach["asked"]
    if answered["code"] != "count":
        return _(
            "A small number answered, so only words are told: reasons to ask more."
        )
    if asked["code"] != "count":
        return _("About %(answered)s answered: a prompt to ask, not a measure.") % {
            "answered": words_for(answered)
        }
    return _(
        "%(answered)s of about %(asked)s answered: a prompt to ask, not a measure."
    ) % {"answered": words_for(answered), "asked": words_for(asked)}

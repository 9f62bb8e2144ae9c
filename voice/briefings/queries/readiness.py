"""What stands between a briefing and its second person."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from voice.briefings.enums import SectionKind
from voice.briefings.logic.paper import Paper
from voice.briefings.models import Briefing, BriefingSection
from voice.briefings.queries.composed import Composed, composed, sections_of
from voice.briefings.queries.linted import Placed, known_of, linted
from voice.releases.models import Release
from voice.releases.queries.releases import ReleaseAltered, verified


@dataclass(frozen=True, slots=True)
class Readiness:
    """A briefing as it would be approved now, and what was found in its words.

    `reasons` refuse it; `to_look_at` are names, or not, and ask for a person's look.
    """

    sections: list[BriefingSection]
    paper: Paper
    releases: list[Release]
    reasons: list[str]
    faults: list[Placed]
    to_look_at: list[Placed]

    @property
    def all_reasons(self) -> list[str]:
        """Return every sentence that refuses it."""
        return [*self.reasons, *(placed.sentence for placed in self.faults)]


def readiness_of(briefing: Briefing) -> Readiness:
    """Return how ready a briefing is."""
    sections = sections_of(briefing)
    made = composed(briefing)
    known = known_of(briefing, made.releases)
    found = linted(briefing, sections, known=known)
    return Readiness(
        sections=sections,
        paper=made.paper,
        releases=made.releases,
        reasons=[*_of_sections(sections), *_of_releases(made)],
        faults=[placed for placed in found if placed.must_be_mended],
        to_look_at=[placed for placed in found if not placed.must_be_mended],
    )


def _of_sections(sections: list[BriefingSection]) -> list[str]:
    """A briefing says something."""
    if not sections:
        return [_("Choose at least one section.")]
    return [
        _("%(number)s. Our own words: write them, or take the section out.")
        % {"number": section.position}
        for section in sections
        if section.kind == SectionKind.COMMENTARY and not section.commentary.strip()
    ]


def _of_releases(made: Composed) -> list[str]:
    """It stands on releases that stand, and are what was signed."""
    reasons = []
    for release in made.releases:
        named = {"number": release.number, "survey": release.survey.title}
        if release.is_recalled:
            reasons.append(
                _("Release %(number)s of “%(survey)s” was recalled. Take it out.")
                % named
            )
        try:
            verified(release)
        except ReleaseAltered as altered:
            reasons.append(str(altered))
    return reasons

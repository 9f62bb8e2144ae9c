"""Themes as issued releases tell them: the only figures of a theme that are shown."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils import timezone

from surveys.audience import Audience
from voice.releases.logic.tables import Figure, ThemeRow, audience_told
from voice.releases.models import EarlierRound, Quote, Release
from voice.releases.queries import issued_releases, quotes_of, recalled_releases
from voice.releases.queries.earlier_rounds import earlier_rounds
from voice.themes.models import Theme


@dataclass(frozen=True, slots=True)
class Round:
    """One theme in one round: as the newest release of a survey tells it.

    `merged` says that it was told as another theme, which was merged into this since.
    """

    release: Release
    row: ThemeRow
    merged: bool = False

    @property
    def wrote(self) -> Figure:
        """Return how many wrote, protected: what its figures are a share of."""
        wrote: Figure = self.release.tables["wrote"]
        return wrote

    @property
    def audience(self) -> Audience:
        """Return whom it asked."""
        return audience_told(self.release.tables)

    @property
    def survey(self) -> str:
        """Return what the survey was called then."""
        title: str = self.release.tables["survey"]["title"]
        return title

    @property
    def on(self) -> date:
        """Return the day it was released on."""
        return timezone.localdate(self.release.issued_at)


@dataclass(frozen=True, slots=True)
class RoundBefore:
    """One theme in a round from another tool, as it was protected on its way in."""

    earlier: EarlierRound
    row: ThemeRow
    merged: bool = False

    @property
    def wrote(self) -> Figure:
        """Return how many wrote, protected: what its figures are a share of."""
        wrote: Figure = self.earlier.tables["wrote"]
        return wrote

    @property
    def survey(self) -> str:
        """Return what the round was called."""
        return str(self.earlier)

    @property
    def on(self) -> date:
        """Return the day it closed on."""
        return self.earlier.held_on


@dataclass
class ReleasedThemes:
    """Everything that the releases that stand, the newest first, tell of themes.

    `releases` are of what young people said; `by_adults`, of families, carers, staff or
    partners, stand apart and are in no figure of a theme. Of the recalled ones nothing
    counts: they say only what old evidence speaks of.
    """

    releases: list[Release]
    by_adults: list[Release] = field(default_factory=list)
    _stays_as: dict[int, int] = field(default_factory=dict)
    recalled: list[Release] = field(default_factory=list)

    @cached_property
    def rounds(self) -> dict[int, list[Round]]:
        """Return each theme's rounds, the oldest first, by its id.

        Of each survey its newest release alone: those before it count the same people.
        What was merged since stands under the theme it was merged into.
        """
        return self._rounds(self.releases)

    @cached_property
    def rounds_of_adults(self) -> dict[int, list[Round]]:
        """Return the same of what adults said, survey by survey; never put together."""
        return self._rounds(self.by_adults)

    def _rounds(self, releases: list[Release]) -> dict[int, list[Round]]:
        """Return each theme's rounds among some releases, the oldest first."""
        found: dict[int, list[Round]] = {}
        for release in reversed(list(self._newest(releases))):
            for row in release.tables["themes"]:
                if row["key"].isdecimal():
                    theme = self.stays_as(int(row["key"]))
                    merged = theme != int(row["key"])
                    found.setdefault(theme, []).append(Round(release, row, merged))
        return found

    def _newest(self, releases: list[Release]) -> Iterable[Release]:
        """Yield the newest release of each survey."""
        seen: set[int] = set()
        for release in releases:
            if release.survey_id not in seen:
                seen.add(release.survey_id)
                yield release

    def newest_of(self, surveys: Collection[int]) -> list[Release]:
        """Return the newest release of each of these surveys, the oldest first."""
        return [one for one in self._newest(self.releases) if one.survey_id in surveys][
            ::-1
        ]

    def stays_as(self, theme: int) -> int:
        """Return the theme that `theme` is today, having been merged into it or not."""
        while theme in self._stays_as:
            theme = self._stays_as[theme]
        return theme

    @cached_property
    def _named(self) -> dict[int, dict[str, int]]:
        """Return the ids of the themes each release names, by name; the first of two."""
        return {
            release.pk: {
                row["name"]: int(row["key"])
                for row in reversed(release.tables["themes"])
                if row["key"].isdecimal()
            }
            for release in (*self.releases, *self.recalled)
        }

    def recalled_of(self, theme: int) -> list[Release]:
        """Return the recalled releases that told a theme, the newest first."""
        return [
            one
            for one in self.recalled
            if theme in self.called(one.pk, self._named[one.pk])
        ]

    def rounds_before(self, theme: int) -> list[RoundBefore]:
        """Return the rounds from other tools that tell a theme. Raises RoundAltered."""
        return [
            RoundBefore(earlier, row, merged=int(row["key"]) != theme)
            for earlier in earlier_rounds()
            if earlier.survey.audience == Audience.YOUNG_PEOPLE
            for row in earlier.tables["themes"]
            if row["key"].isdecimal() and self.stays_as(int(row["key"])) == theme
        ]

    def called(self, release: int | None, names: Iterable[str]) -> set[int]:
        """Return the themes, as they are today, that a release calls by `names`.

        None where there is no release: a file speaks of no theme.
        """
        named = self._named.get(release, {}) if release is not None else {}
        return {self.stays_as(named[name]) for name in names if name in named}

    def quotes_of(self, theme: int) -> list[Quote]:
        """Return the released quotes that say a theme, each comment's newest alone."""
        found: dict[object, Quote] = {}
        for release in self.releases:
            for quote in quotes_of(release):
                if theme in self.called(release.pk, quote.themes):
                    found.setdefault(quote.comment_id, quote)
        return list(found.values())


def released_themes() -> ReleasedThemes:
    """Return what releases tell of themes; four queries. Raises ReleaseAltered."""
    merged = Theme.objects.exclude(merged_into=None)
    children: list[Release] = []
    adults: list[Release] = []
    for release in issued_releases():
        (children if is_of_children(release) else adults).append(release)
    return ReleasedThemes(
        children,
        adults,
        dict(merged.values_list("pk", "merged_into_id")),
        [one for one in recalled_releases() if is_of_children(one)],
    )


def is_of_children(release: Release) -> bool:
    """Say whether a release tells what young people said."""
    return audience_told(release.tables) == Audience.YOUNG_PEOPLE

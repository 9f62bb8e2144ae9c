"""One theme as everybody at the desk may see it: rounds, groups, quotes, actions."""

from dataclasses import dataclass, field

from django.conf import settings

from surveys.models import Survey
from voice.releases.logic.tables import BreakdownTable
from voice.releases.models import Quote, Release
from voice.statement.led import Led
from voice.statement.logic.typical import typical_and_not
from voice.statement.models import Evidence, KeyTheme, ThemeLink
from voice.statement.queries.chain import came_of
from voice.statement.queries.evidence import evidence_in_full
from voice.statement.queries.released_themes import (
    ReleasedThemes,
    Round,
    RoundBefore,
    released_themes,
)
from voice.themes.models import Theme


@dataclass(frozen=True, slots=True)
class Grouped:
    """One theme by one breakdown, as the round tells it that was last told by it."""

    round: Round
    table: BreakdownTable


@dataclass(frozen=True, slots=True)
class Quotes:
    """Released quotes that say a theme: most and least like the others, and the rest."""

    typical: list[Quote]
    unlike: list[Quote]
    others: list[Quote]


@dataclass(frozen=True, slots=True)
class SeenTheme:
    """A theme with what releases tell of it and what it led to.

    `grown` are its rounds and those from before Voice, by the day each was told on.
    `untold` are the newest releases of surveys its codebook serves that do not tell it;
    `recalled` those that told it and were taken back. `by_adults` are its rounds in
    surveys of families, carers, staff and partners: in no figure of the others.
    """

    theme: Theme
    rounds: list[Round]
    grown: list[Round | RoundBefore]
    untold: list[Release]
    recalled: list[Release]
    grouped: list[Grouped]
    quotes: Quotes
    evidence: list[Evidence]
    led: list[Led]
    key_theme: KeyTheme | None
    by_adults: list[Round] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return what it was called when it was last released, or is called now."""
        return self.rounds[-1].row["name"] if self.rounds else self.theme.name

    @property
    def sentence(self) -> str:
        """Return its sentence as it was last released, or as it is now."""
        return self.rounds[-1].row["sentence"] if self.rounds else self.theme.sentence

    @property
    def newest_release(self) -> int:
        """Return the id of the release that told it last; raises IndexError for none."""
        return self.rounds[-1].release.pk

    @property
    def is_worded_anew(self) -> bool:
        """Say whether the codebook says it in other words by now."""
        now = (self.theme.name, self.theme.sentence)
        return (self.name, self.sentence) != now


def seen_theme(theme: Theme) -> SeenTheme:
    """Return a theme as it may be seen; raises ReleaseAltered, RoundAltered."""
    released = released_themes()
    rounds = released.rounds.get(theme.pk, [])
    evidence = list(evidence_in_full().filter(pk__in=_citing(theme, released)))
    link = ThemeLink.objects.filter(theme=theme).select_related("key_theme").first()
    return SeenTheme(
        theme=theme,
        rounds=rounds,
        grown=sorted(
            [*released.rounds_before(theme.pk), *rounds], key=lambda one: one.on
        ),
        untold=_untold(theme, released, rounds),
        recalled=released.recalled_of(theme.pk),
        grouped=_grouped(rounds),
        quotes=_quotes(released.quotes_of(theme.pk)),
        evidence=evidence,
        led=came_of(evidence),
        key_theme=link.key_theme if link else None,
        by_adults=released.rounds_of_adults.get(theme.pk, []),
    )


def _citing(theme: Theme, released: ReleasedThemes) -> list[int]:
    """Return the keys of the evidence that speaks of a theme; one query.

    Found by what is told of each alone: all of it in full would be much to read.
    """
    rows = Evidence.objects.of_children().values_list("pk", "release", "frozen__themes")
    return [
        pk for pk, release, names in rows if theme.pk in released.called(release, names)
    ]


def _untold(
    theme: Theme, released: ReleasedThemes, rounds: list[Round]
) -> list[Release]:
    """Return the newest releases of what its codebook serves that do not tell it."""
    served = Survey.objects.filter(consultation__codebooks=theme.codebook_id)
    told = {one.release.pk for one in rounds}
    surveys = set(served.order_by().values_list("pk", flat=True))
    return [one for one in released.newest_of(surveys) if one.pk not in told]


def _grouped(rounds: list[Round]) -> list[Grouped]:
    """Return each breakdown of a theme, from the newest round that tells it."""
    found: dict[str, Grouped] = {}
    for one in reversed(rounds):
        for table in one.release.tables.get("theme_breakdowns", []):
            told = any(
                cell["option"] == one.row["key"]
                for group in table["groups"]
                for cell in group["cells"]
            )
            if told and not one.merged:
                found.setdefault(table["by"], Grouped(one, table))
    return list(found.values())


def _quotes(quotes: list[Quote]) -> Quotes:
    """Return quotes by how like the others they are.

    Only words in one language are compared: a translation, or the base language's own.
    """
    comparable = [
        quote
        for quote in quotes
        if quote.translation or quote.language == settings.LANGUAGE_CODE
    ]
    places = typical_and_not([one.translation or one.text for one in comparable])
    typical, unlike = ([comparable[at] for at in found] for found in places)
    shown = {quote.pk for quote in (*typical, *unlike)}
    return Quotes(typical, unlike, [one for one in quotes if one.pk not in shown])

"""What children said of a key theme, told from its frozen evidence alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from surveys.audience import Audience
from voice.releases.logic.tables import Figure, Reach, WithheldRow
from voice.releases.models import Release
from voice.statement.enums import EvidenceKind
from voice.statement.logic.frozen import Frozen
from voice.statement.logic.gap import is_gap
from voice.statement.models import Evidence

QUOTES_ON_A_PAGE = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a chart: what was said, its protected figures, and their share."""

    label: str
    sentence: str
    figures: list[Figure]
    share: int | None


@dataclass(slots=True)
class Chart:
    """What one release tells: its themes, or the answers to one question.

    `source` is a piece of evidence it is drawn from, to walk back from.
    """

    id: str
    title: str
    frozen: Frozen
    source: int
    bars: list[Bar] = field(default_factory=list)

    @property
    def base(self) -> Figure | None:
        """Return how many the figures are a share of; None when only words are told."""
        base = self.frozen["base"]
        return base if base and base["code"] == "count" else None

    @property
    def asked(self) -> str:
        """Return the question young people wrote to; empty where it is the title."""
        asked = self.frozen["questions"][:1]
        return asked[0]["prompt"] if asked and asked[0]["prompt"] != self.title else ""

    @property
    def informs(self) -> list[str]:
        """Return what the answers inform, each decision once; [] where none was named."""
        return decisions_of(self.frozen)


@dataclass(frozen=True, slots=True)
class Heard:
    """How many of one consultation answered, who is missing, and what readers kept back.

    As it was released.
    """

    consultation: str
    reach: Reach
    issued_on: str
    withheld: list[WithheldRow]


@dataclass(frozen=True, slots=True)
class Recalled:
    """A release that was evidence and was taken back.

    `corrected_by` is the number of the release that corrects it, where one does and the
    evidence was read for the board (voice.briefings.queries.evidence).
    """

    release: Release
    corrected_by: int | None


@dataclass(frozen=True, slots=True)
class Voices:
    """Everything children said of one key theme; `last_on` is None when nothing is.

    `pieces` are all there are, `recalled` the releases among theirs that were taken
    back: nothing of those is told but that. `few` are the themes heard from few: the
    minority view stays on the page, in its own sentence.
    """

    headline: Evidence | None
    quotes: list[Evidence]
    charts: list[Chart]
    heard: list[Heard]
    last_on: date | None
    pieces: list[Evidence]
    recalled: list[Recalled] = field(default_factory=list)
    few: list[Evidence] = field(default_factory=list)

    @property
    def cited(self) -> list[Evidence]:
        """Return one piece for each release that is cited and stands, the newest first."""
        standing = [one for one in self.pieces if one.stands]
        return list({one.release_id: one for one in reversed(standing)}.values())[::-1]

    def is_gap(self, on: date) -> bool:
        """Say whether nothing was heard from children in the six months before `on`."""
        return is_gap(self.last_on, on)


@dataclass(frozen=True, slots=True)
class AdultsHeard:
    """What one audience of adults said of one key theme."""

    audience: Audience
    voices: Voices


def adults_heard(evidence: Iterable[Evidence]) -> list[AdultsHeard]:
    """Return what adults said, each audience by itself; none that said nothing."""
    found: dict[Audience, list[Evidence]] = {}
    for piece in evidence:
        if piece.stands:
            found.setdefault(piece.audience, []).append(piece)
    return [
        AdultsHeard(audience, voices_of(found[audience], headline=None))
        for audience in Audience
        if audience in found
    ]


def voices_of(evidence: Iterable[Evidence], *, headline: int | None) -> Voices:
    """Return what the evidence of one key theme tells, the newest release first.

    What was recalled or set aside is left out of all but `pieces`.
    `headline` is the key of the quote chosen to open with; otherwise the newest.
    The same thing cited for two actions is told once.
    """
    every = sorted(
        evidence, key=lambda one: (one.frozen["issued_on"], one.pk), reverse=True
    )
    pieces = [one for one in every if one.stands]
    recalled = {
        one.release_id: Recalled(one.release, getattr(one, "corrected_by", None))
        for one in every
        if one.release is not None and one.is_recalled
    }
    once = {(one.release_id, one.cites): one for one in reversed(pieces)}
    told = sorted(
        once.values(), key=lambda one: (one.frozen["issued_on"], one.pk), reverse=True
    )
    quotes = [one for one in told if one.kind == EvidenceKind.QUOTE]
    first = next(
        (one for one in pieces if one.pk == headline), quotes[0] if quotes else None
    )
    others = [one for one in quotes if first is None or one.cites != first.cites]
    few = [one for one in told if one.frozen["heard_from_few"]]
    last = pieces[0].frozen["issued_on"] if pieces else None
    return Voices(
        headline=first,
        quotes=_spread(others, {one.frozen["words"] for one in few}),
        charts=_charts(one for one in told if not one.frozen["heard_from_few"]),
        heard=_heard(told),
        last_on=date.fromisoformat(last) if last else None,
        pieces=every,
        recalled=list(recalled.values()),
        few=few,
    )


def _spread(quotes: list[Evidence], few: set[str]) -> list[Evidence]:
    """Return the quotes that fit on a page, in their order, on as many themes as can be.

    One that says a theme heard from `few` is among them where there is one.
    """
    first = [one for one in quotes if few & set(one.frozen["themes"])][:1]
    chosen, covered = list(first), {name for one in first for name in _themes(one)}
    for one in quotes:
        if one not in chosen and not covered >= _themes(one):
            chosen.append(one)
            covered |= _themes(one)
    chosen += [one for one in quotes if one not in chosen]
    kept = chosen[:QUOTES_ON_A_PAGE]
    return [one for one in quotes if one in kept]


def _themes(quote: Evidence) -> set[str]:
    """Return the themes a quote says."""
    return set(quote.frozen["themes"])


def decisions_of(frozen: Frozen) -> list[str]:
    """Return what the questions of a piece of evidence inform, each decision once."""
    said = [question.get("decision", "") for question in frozen["questions"]]
    return list(dict.fromkeys(decision for decision in said if decision))


def _charts(told: Iterable[Evidence]) -> list[Chart]:
    """Return a chart for each release's themes and one for each question's answers."""
    charts: dict[tuple[int | None, str], Chart] = {}
    for evidence in told:
        if evidence.kind == EvidenceKind.QUOTE:
            continue
        frozen = evidence.frozen
        question = (
            frozen["questions"][0] if evidence.kind == EvidenceKind.RESULT else None
        )
        key = (evidence.release_id, question["key"] if question else "")
        title = question["prompt"] if question else frozen["consultation"]["title"]
        chart = charts.setdefault(
            key, Chart(f"chart-{len(charts) + 1}", title, frozen, evidence.pk)
        )
        chart.bars.append(_bar(frozen))
    for chart in charts.values():
        chart.bars.sort(key=lambda bar: -(bar.share or 0))
    return list(charts.values())


def _bar(frozen: Frozen) -> Bar:
    """Return one row with the figures there are, as they were frozen."""
    figures = [one for one in (frozen["count"], frozen["percent"]) if one]
    return Bar(frozen["words"], frozen["sentence"], figures, frozen["share"])


def _heard(told: list[Evidence]) -> list[Heard]:
    """Return each consultation's reach once, from its newest release cited."""
    found: dict[str, Heard] = {}
    for evidence in told:
        frozen = evidence.frozen
        found.setdefault(
            frozen["consultation"]["slug"],
            Heard(
                frozen["consultation"]["title"],
                frozen["reach"],
                frozen["issued_on"],
                frozen.get("withheld", []),
            ),
        )
    return list(found.values())

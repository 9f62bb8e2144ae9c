"""What young people have said since a day, beside what was said of it before.

A survey's newest release stands beside other surveys' and rounds from before Voice that
asked the same: never beside its own earlier releases, which count the same people.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from voice.releases.logic.differences import Compared, compare, share_of_count
from voice.releases.logic.side_by_side import RoundTold, joined
from voice.releases.logic.tables import Figure
from voice.releases.queries import issued_releases
from voice.releases.queries.earlier_rounds import earlier_rounds
from voice.statement.enums import EvidenceKind
from voice.statement.logic.frozen import Frozen
from voice.statement.models import Evidence, KeyTheme


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said since then: its figures, and what may be said beside an older round.

    `compared` is None where nobody was asked the same before; `before` names the round.
    """

    key_theme: KeyTheme
    words: str
    question: str
    figures: list[Figure]
    compared: Compared | None
    before: str
    issued_on: str


@dataclass(frozen=True, slots=True)
class _Round:
    """One round by the day it was told on; `release` is its key, None from before."""

    told: RoundTold
    on: date
    release: int | None


def said_since(pieces: Iterable[Evidence], *, since: date) -> list[Said]:
    """Return what evidence released on or after `since` says, the newest first.

    Quotes say how, not how many, and are left out. No query where nothing is new, three
    otherwise. Raises ReleaseAltered and RoundAltered.
    """
    new = [
        one
        for one in pieces
        if one.kind in {EvidenceKind.THEME, EvidenceKind.RESULT}
        and one.frozen["issued_on"] >= since.isoformat()
        and one.stands
    ]
    if not new:
        return []
    rounds = _rounds()
    once = {(one.key_theme_id, one.release_id, one.cites): one for one in new}
    found = [_said(one, rounds) for one in once.values()]
    return sorted(found, key=lambda one: one.issued_on, reverse=True)


def _rounds() -> list[_Round]:
    """Return the newest release of each survey, and the rounds from before Voice."""
    newest: dict[int, _Round] = {}
    for release in issued_releases():
        told = RoundTold(
            release.tables["survey"]["title"], release.survey_id, release.tables
        )
        newest.setdefault(
            release.survey_id,
            _Round(told, timezone.localdate(release.issued_at), release.pk),
        )
    before = [
        _Round(RoundTold(one.title, one.survey_id, one.tables), one.held_on, None)
        for one in earlier_rounds()
    ]
    return sorted([*newest.values(), *before], key=lambda one: one.on)


def _said(piece: Evidence, rounds: Sequence[_Round]) -> Said:
    """Return one piece beside the last round before it that tells the same."""
    frozen: Frozen = piece.frozen
    at = next(
        (at for at, one in enumerate(rounds) if one.release == piece.release_id), None
    )
    compared: tuple[Compared, str] | None = None
    if at is not None:
        of_kind = _theme if piece.kind == EvidenceKind.THEME else _answer
        compared = of_kind(frozen, rounds, at)
    asked = frozen["questions"][0] if piece.kind == EvidenceKind.RESULT else None
    return Said(
        key_theme=piece.key_theme,
        words=frozen["words"],
        question=asked["prompt"] if asked else "",
        figures=[one for one in (frozen["count"], frozen["percent"]) if one],
        compared=compared[0] if compared else None,
        before=compared[1] if compared else "",
        issued_on=frozen["issued_on"],
    )


def _answer(
    frozen: Frozen, rounds: Sequence[_Round], at: int
) -> tuple[Compared, str] | None:
    """Return what may be said of an answer beside the round before; None without one."""
    told = [one.told for one in rounds[: at + 1]]
    key = frozen["questions"][0]["key"]
    for question in joined(told, survey=told[at].survey):
        if question.key != key:
            continue
        for change in question.changes():
            if change.after == at and change.option == frozen["words"]:
                return change.compared, told[change.before].name
    return None


def _theme(
    frozen: Frozen, rounds: Sequence[_Round], at: int
) -> tuple[Compared, str] | None:
    """Return what may be said of a theme beside the round before; None without one."""
    own = next(
        (
            row
            for row in rounds[at].told.tables["themes"]
            if row["name"] == frozen["words"] and row["key"].isdecimal()
        ),
        None,
    )
    if own is None:
        return None
    for one in reversed(rounds[:at]):
        for row in one.told.tables["themes"]:
            if row["key"] == own["key"]:
                shares = (
                    share_of_count(row["count"], one.told.tables["wrote"]),
                    share_of_count(own["count"], rounds[at].told.tables["wrote"]),
                )
                return compare(*shares), one.told.name
    return None

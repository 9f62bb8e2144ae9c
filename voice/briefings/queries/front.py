"""The board's first page: six key themes, and what to ask about first."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from surveys.models import Consultation
from voice.briefings.queries.heard import Heard, Recalled, Voices, voices_of
from voice.briefings.queries.promises import PromiseLine, promise_lines
from voice.briefings.queries.standing import Standing, actions_of, standing_of
from voice.replies.queries import overdue_consultations, promises_late
from voice.statement.models import Evidence, KeyTheme, Statement
from voice.statement.queries import (
    current_statement,
    evidence_in_full,
    key_themes_in_full,
)


@dataclass(frozen=True, slots=True)
class ThemeInShort:
    """One key theme on the first page."""

    key_theme: KeyTheme
    standing: Standing
    voices: Voices
    is_gap: bool


@dataclass(frozen=True, slots=True)
class Overdue:
    """A consultation past its reply date, and by how many days."""

    consultation: Consultation
    days: int


@dataclass(frozen=True, slots=True)
class Front:
    """Everything the first page tells; `standing` sums up all actions,
    `heard` every consultation that is evidence anywhere, `recalled` the releases that
    were evidence and were taken back.
    """

    statement: Statement | None
    themes: list[ThemeInShort]
    standing: Standing
    heard: list[Heard]
    recalled: list[Recalled]
    late_promises: list[PromiseLine]
    overdue: list[Overdue]

    @property
    def gaps(self) -> list[ThemeInShort]:
        """Return the key themes without evidence from children in six months."""
        return [theme for theme in self.themes if theme.is_gap]


def front_page(*, on: date) -> Front:
    """Return the first page as it stands on the day `on`; at most twelve queries."""
    statement = current_statement()
    key_themes = key_themes_in_full(statement) if statement else []
    evidence: dict[int, list[Evidence]] = defaultdict(list)
    for piece in evidence_in_full().filter(key_theme__statement=statement):
        evidence[piece.key_theme_id].append(piece)
    actions = [action for one in key_themes for action in actions_of(one)]
    everything = voices_of(
        [piece for pieces in evidence.values() for piece in pieces], headline=None
    )
    return Front(
        statement=statement,
        themes=[_in_short(one, evidence[one.pk], on) for one in key_themes],
        standing=standing_of(actions, on=on),
        heard=everything.heard,
        recalled=everything.recalled,
        late_promises=promise_lines(
            promises_late(on).prefetch_related("wordings"), on=on
        ),
        overdue=[
            Overdue(one, (on - one.reply_due_on).days)
            for one in overdue_consultations(on)
        ],
    )


def _in_short(key_theme: KeyTheme, evidence: list[Evidence], on: date) -> ThemeInShort:
    """Return one key theme as the first page tells it."""
    voices = voices_of(evidence, headline=key_theme.headline_id)
    return ThemeInShort(
        key_theme=key_theme,
        standing=standing_of(actions_of(key_theme), on=on),
        voices=voices,
        is_gap=voices.is_gap(on),
    )

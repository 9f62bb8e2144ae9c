"""The board's first page: six key themes, and what to ask about first."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from surveys.models import Consultation
from voice.briefings.models import Decision, Headline
from voice.briefings.queries.decisions import decisions_back
from voice.briefings.queries.evidence import evidence_once
from voice.briefings.queries.headlines import headlines_of
from voice.briefings.queries.heard import Heard, Recalled, Voices, voices_of
from voice.briefings.queries.meetings import Meetings, meetings_around
from voice.briefings.queries.promises import ToAskAbout, promises_to_ask_about
from voice.briefings.queries.since import (
    Since,
    readings_of,
    since_last,
    with_status_then,
)
from voice.briefings.queries.standing import (
    Standing,
    current_key_themes,
    planned_actions,
    standing_of,
)
from voice.replies.queries import overdue_standings
from voice.statement.models import Action, Evidence, KeyTheme, Statement
from voice.young_editors.models import WithoutYes
from voice.young_editors.queries.without import gone_without

HALF_A_YEAR = timedelta(days=183)


@dataclass(frozen=True, slots=True)
class ThemeInShort:
    """One key theme on the first page."""

    key_theme: KeyTheme
    standing: Standing
    voices: Voices
    is_gap: bool
    agreed: Headline | None


@dataclass(frozen=True, slots=True)
class Overdue:
    """A consultation past its reply date, by how many days, and whether nobody came."""

    consultation: Consultation
    days: int
    is_from_nobody: bool


@dataclass(frozen=True, slots=True)
class Front:
    """Everything the first page tells; `standing` sums up all actions,
    `heard` every consultation that is evidence anywhere, `recalled` the releases that
    were evidence and were taken back. `since` is None before the board has met.
    """

    statement: Statement | None
    themes: list[ThemeInShort]
    standing: Standing
    heard: list[Heard]
    recalled: list[Recalled]
    promises: ToAskAbout
    overdue: list[Overdue]
    meetings: Meetings
    since: Since | None
    decisions: list[Decision]
    without_yes: list[WithoutYes]

    @property
    def gaps(self) -> list[ThemeInShort]:
        """Return the key themes without evidence from children in six months."""
        return [theme for theme in self.themes if theme.is_gap]


def front_page(*, on: date) -> Front:
    """Return the first page as it stands on the day `on`; at most fifteen queries."""
    meetings = meetings_around(on)
    key_themes = current_key_themes()
    actions: dict[int, list[Action]] = defaultdict(list)
    for action in with_status_then(planned_actions(key_themes), meetings.last):
        actions[action.area.key_theme_id].append(action)
    evidence: dict[int, list[Evidence]] = defaultdict(list)
    for piece in evidence_once(key_themes):
        evidence[piece.key_theme_id].append(piece)
    every = [one for ones in actions.values() for one in ones]
    pieces = [one for ones in evidence.values() for one in ones]
    everything = voices_of(pieces, headline=None)
    agreed = headlines_of(key_themes)
    return Front(
        statement=key_themes[0].statement if key_themes else None,
        themes=[
            _in_short(one, evidence[one.pk], actions[one.pk], agreed.get(one.pk), on)
            for one in key_themes
        ],
        standing=standing_of(every, on=on),
        heard=everything.heard,
        recalled=everything.recalled,
        promises=promises_to_ask_about(on=on),
        overdue=[
            Overdue(one.consultation, one.days_late, one.is_from_nobody)
            for one in overdue_standings(on)
        ],
        meetings=meetings,
        since=since_last(
            meetings.last,
            actions=every,
            evidence=pieces,
            readings=readings_of(key_themes),
        ),
        decisions=decisions_back(meetings.last, on=on),
        without_yes=_without_yes(meetings, on),
    )


def _without_yes(meetings: Meetings, on: date) -> list[WithoutYes]:
    """Return what went out without the young editors' yes since the board last met.

    And of the last six months, so that it is not gone after one close meeting.
    """
    since = on - HALF_A_YEAR
    if meetings.last is not None:
        since = min(since, meetings.last.on)
    return list(gone_without(since=since))


def _in_short(
    key_theme: KeyTheme,
    evidence: list[Evidence],
    actions: list[Action],
    agreed: Headline | None,
    on: date,
) -> ThemeInShort:
    """Return one key theme as the first page tells it."""
    voices = voices_of(evidence, headline=key_theme.headline_id)
    return ThemeInShort(
        key_theme=key_theme,
        standing=standing_of(actions, on=on),
        voices=voices,
        is_gap=voices.is_gap(on),
        agreed=agreed,
    )

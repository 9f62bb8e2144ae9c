"""One key theme as one page for the board."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from surveys.models import Consultation
from surveys.queries.linked import consultations_asking, questions_linked_to
from voice.briefings.models import Decision, Headline
from voice.briefings.queries.decisions import decisions_back
from voice.briefings.queries.evidence import evidence_of_all
from voice.briefings.queries.headlines import headline_of
from voice.briefings.queries.heard import (
    AdultsHeard,
    Voices,
    adults_heard,
    voices_of,
)
from voice.briefings.queries.meetings import Meetings, meetings_around
from voice.briefings.queries.promises import PromiseLine, judged_lines, promises_of
from voice.briefings.queries.since import Since, since_last, with_status_then
from voice.briefings.queries.standing import Standing, planned_actions, standing_of
from voice.statement.models import Action, KeyTheme, MeasureReading
from voice.statement.queries.statements import measures_in_full


@dataclass(frozen=True, slots=True)
class ThemePage:
    """Everything the page of one key theme tells.

    `asked_by` are the consultations with a question linked to it; `since` is None
    before the board has met. `adults` is what others than young people said, each
    audience by itself and in no other part of the page.
    """

    key_theme: KeyTheme
    key_themes: list[KeyTheme]
    voices: Voices
    is_gap: bool
    agreed: Headline | None
    actions: list[Action]
    standing: Standing
    promises: list[PromiseLine]
    asked_by: list[Consultation]
    meetings: Meetings
    since: Since | None
    decisions: list[Decision]
    adults: list[AdultsHeard]

    @property
    def disagreements(self) -> list[PromiseLine]:
        """Return the promises of which officers and young people surely say otherwise."""
        return [one for one in self.promises if one.verdict and one.verdict.disagrees]


def theme_page(pk: int, *, on: date) -> ThemePage | None:
    """Return the page of one key theme on the day `on`; None when there is none.

    At most fourteen queries.
    """
    key_themes = _beside(pk)
    found = next((one for one in key_themes if one.pk == pk), None)
    if found is None:
        return None
    meetings = meetings_around(on)
    evidence, of_adults = evidence_of_all(found)
    voices = voices_of(evidence, headline=found.headline_id)
    actions = _actions(found, meetings)
    return ThemePage(
        key_theme=found,
        key_themes=key_themes,
        voices=voices,
        is_gap=voices.is_gap(on),
        agreed=headline_of(found),
        actions=actions,
        standing=standing_of(actions, on=on),
        promises=judged_lines(promises_of(found), on=on),
        asked_by=consultations_asking(questions_linked_to(str(pk))),
        meetings=meetings,
        since=since_last(
            meetings.last,
            actions=actions,
            evidence=evidence,
            readings=_readings(actions),
        ),
        decisions=decisions_back(meetings.last, on=on, of=found),
        adults=adults_heard(of_adults),
    )


def _beside(pk: int) -> list[KeyTheme]:
    """Return the key themes of the statement that has this one, by number; one query."""
    statement = KeyTheme.objects.filter(pk=pk).values("statement")
    return list(
        KeyTheme.objects.filter(statement__in=statement)
        .select_related("statement")
        .order_by("number")
    )


def _actions(key_theme: KeyTheme, meetings: Meetings) -> list[Action]:
    """Return the actions of a key theme with their measures and readings; three queries."""
    found = with_status_then(planned_actions([key_theme]), meetings.last)
    return list(
        found.prefetch_related(Prefetch("measures", queryset=measures_in_full()))
    )


def _readings(actions: list[Action]) -> list[MeasureReading]:
    """Return what the measures of actions that stand read, already read, each newest first."""
    return [
        reading
        for action in actions
        if not action.is_withdrawn
        for measure in action.measures.all()
        for reading in measure.readings.all()
    ]

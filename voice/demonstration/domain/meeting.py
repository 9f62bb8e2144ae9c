"""Has the board meet: what it agreed, what came of it, and what stood when it met."""

from voice.briefings.domain.decisions import (
    end_decision,
    record_decision,
    tell_decision,
)
from voice.briefings.domain.headlines import agree_headline
from voice.briefings.domain.meetings import add_meeting
from voice.briefings.models import Decision
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.board import (
    BOARD,
    DECISIONS,
    HEADLINES,
    MEETS_NEXT,
    MET_FIRST,
    MET_LAST,
    STOOD,
    ToldDecision,
)
from voice.statement.models import Action, ActionNote, KeyTheme

BEFORE_IT_MET = 3


def meet(telling: Telling, actions: dict[str, Action]) -> None:
    """Write down the board's meetings, what they agreed and what young editors agreed."""
    worker = telling.people["worker"]
    _stood_when_it_met(telling, actions)
    meetings = {
        day: add_meeting(BOARD, on=telling.on(day), by=worker)
        for day in (MET_FIRST, MET_LAST, MEETS_NEXT)
    }
    for told in DECISIONS:
        decision = record_decision(
            meetings[told.met],
            what=told.what,
            owner_title=told.owner_title,
            due_on=telling.on(told.due),
            key_theme=_key_theme(told.key_theme),
            by=worker,
        )
        Decision.objects.filter(pk=decision.pk).update(
            recorded_at=telling.at(told.met, 16)
        )
        english, urdu = told.told
        if english:
            tell_decision(decision, words={"en": english, "ur": urdu}, by=worker)
        _end(telling, decision, told)
    for said in HEADLINES:
        english, urdu = said.words
        agree_headline(
            KeyTheme.objects.get(number=said.key_theme),
            sentence=english,
            wordings={"ur": urdu},
            agreed_by=said.agreed_by,
            how=said.how,
            agreed_on=telling.on(said.agreed),
            by=worker,
        )


def _key_theme(number: int | None) -> KeyTheme | None:
    """Return the key theme of this number; None for none."""
    return None if number is None else KeyTheme.objects.get(number=number)


def _end(telling: Telling, decision: Decision, told: ToldDecision) -> None:
    """Say what came of it, where it has ended."""
    if told.ended is None:
        return
    state, day, came_of_it = told.ended
    end_decision(
        decision,
        state=state,
        came_of_it=came_of_it,
        done_on=telling.on(day),
        by=telling.people["worker"],
    )


def _stood_when_it_met(telling: Telling, actions: dict[str, Action]) -> None:
    """Say how each action stood days before the board last met."""
    stands = dict(Action.objects.values_list("pk", "status"))
    ActionNote.objects.bulk_create(
        ActionNote(
            action=action,
            status=STOOD.get(key, stands[action.pk]),
            by=telling.people["worker"],
            at=telling.at(MET_LAST - BEFORE_IT_MET, 16),
        )
        for key, action in actions.items()
    )

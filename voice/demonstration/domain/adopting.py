"""Adopts the statement as it was submitted, and lets the plan move on since."""

from datetime import date

from django.db.models import QuerySet

from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.versions import (
    ADOPTED,
    DUE_THEN,
    EXECUTIVE,
    GIVEN_UP,
    GIVEN_UP_AREA,
    GIVEN_UP_ON,
    GIVEN_UP_OWNER,
    GIVEN_UP_WHY,
    SUBMISSION,
)
from voice.statement.domain.actions import add_action, edit_action
from voice.statement.domain.versions import adopt_version
from voice.statement.domain.withdrawing import withdraw_action
from voice.statement.logic.plan import plan_hash
from voice.statement.models import Action, Area, Statement, StatementVersion
from voice.statement.queries.plan import plan_of


def adopt(telling: Telling, actions: dict[str, Action]) -> None:
    """Freeze the submission with the dates it had; then move two, and give one up."""
    worker = telling.people["worker"]
    statement = Statement.objects.get()
    given_up = add_action(
        Area.objects.get(number=GIVEN_UP_AREA),
        title=GIVEN_UP,
        owner_title=GIVEN_UP_OWNER,
        by=worker,
    )
    due_now = {key: actions[key].due_on for key in DUE_THEN}
    for key, day in DUE_THEN.items():
        _due(telling, actions[key], telling.on(day))
    version = adopt_version(
        statement,
        name=SUBMISSION,
        body=EXECUTIVE,
        adopted_on=telling.on(ADOPTED),
        seen=plan_hash(plan_of(statement)),
        by=worker,
    )
    for key, due in due_now.items():
        _due(telling, actions[key], due)
    withdraw_action(given_up, why=GIVEN_UP_WHY, by=worker)
    # Nothing but dates is set afterwards, as everywhere in the story.
    QuerySet(StatementVersion).filter(pk=version.pk).update(
        adopted_at=telling.at(ADOPTED, 16)
    )
    Action.objects.filter(pk=given_up.pk).update(
        withdrawn_at=telling.at(GIVEN_UP_ON, 11)
    )


def _due(telling: Telling, action: Action, due: date | None) -> None:
    """Move the day on which an action is due."""
    edit_action(
        action,
        title=action.title,
        owner_title=action.owner_title,
        owner=action.owner,
        starts_on=action.starts_on,
        due_on=due,
        by=telling.people["worker"],
    )

"""The statement as it stands today, as one value; and its versions, each checked."""

from datetime import date

from django.utils.translation import gettext as _

from voice.statement.enums import Stance
from voice.statement.logic.plan import (
    FORMAT,
    Plan,
    PlanAction,
    PlanArea,
    PlanMeasure,
    by_number,
    plan_hash,
)
from voice.statement.models import (
    Action,
    Area,
    Evidence,
    Measure,
    Statement,
    StatementVersion,
)
from voice.statement.queries.statements import key_themes_in_full


class VersionAltered(Exception):
    """A version is not what was adopted: something changed it from outside."""

    def __init__(self, version: StatementVersion) -> None:
        super().__init__(
            _("Version %(version)s is not what was adopted.") % {"version": version}
        )


def plan_of(statement: Statement) -> Plan:
    """Return the whole statement as it stands; six queries."""
    return {
        "format": FORMAT,
        "title": statement.title,
        "answers": statement.answers,
        "starts_on": iso(statement.starts_on),
        "ends_on": iso(statement.ends_on),
        "task_groups": [
            {"id": group.pk, "name": group.name, "lead": group.lead_title}
            for group in statement.task_groups.order_by("name", "pk")
        ],
        "key_themes": [
            {
                "id": one.pk,
                "number": one.number,
                "title": one.title,
                "areas": sorted(
                    (_area(area) for area in one.areas.all()),
                    key=lambda area: by_number(area["number"]),
                ),
            }
            for one in key_themes_in_full(statement)
        ],
    }


def iso(day: date | None) -> str:
    """Return a day as an ISO date; empty for none."""
    return day.isoformat() if day else ""


def _area(area: Area) -> PlanArea:
    """Return one area with its actions."""
    return {
        "id": area.pk,
        "number": area.number,
        "title": area.title,
        "source": {
            "kind": area.source_kind,
            "inspection": area.inspection,
            "recommendation": area.recommendation,
            "on": iso(area.inspected_on),
        },
        "withdrawn": area.withdrawn_why,
        "actions": sorted(
            (_action(action) for action in area.actions.all()),
            key=lambda action: by_number(action["number"]),
        ),
    }


def _action(action: Action) -> PlanAction:
    """Return one action with its measures; its owner by job title alone."""
    return {
        "id": action.pk,
        "number": action.number,
        "title": action.title,
        "owner": action.owner_title,
        "starts_on": iso(action.starts_on),
        "due_on": iso(action.due_on),
        "status": action.status,
        "reason": action.reason,
        "withdrawn": action.withdrawn_why,
        "task_group": action.task_group.name if action.task_group else "",
        "measures": [_measure(measure) for measure in action.measures.all()],
    }


def _measure(measure: Measure) -> PlanMeasure:
    """Return one measure with what it read last."""
    latest = next(iter(measure.readings.all()), None)
    return {
        "id": measure.pk,
        "title": measure.title,
        "baseline": measure.baseline,
        "target": measure.target,
        "unit": measure.unit,
        "direction": measure.direction,
        "latest": {"on": iso(latest.on), "value": latest.value} if latest else None,
    }


def version_hash(version: StatementVersion) -> str:
    """Return the hash of what a version holds."""
    return plan_hash(
        version.plan,
        statement=version.statement_id,
        number=version.number,
        name=version.name,
        body=version.body,
        adopted_on=iso(version.adopted_on),
    )


def verified_version(version: StatementVersion) -> StatementVersion:
    """Return the version; raises VersionAltered when it is not what was adopted."""
    if version_hash(version) != version.content_hash:
        raise VersionAltered(version)
    return version


def versions_of(statement: Statement) -> list[StatementVersion]:
    """Return a statement's versions, the newest first; one query, plans unread."""
    return list(
        statement.versions.select_related("adopted_by")
        .defer("plan")
        .order_by("-number")
    )


def newest_version(statement: Statement) -> StatementVersion | None:
    """Return what was adopted last; None when nothing was; one query."""
    return statement.versions.select_related("adopted_by").order_by("-number").first()


def proven_actions(statement: Statement) -> set[int]:
    """Return the ids of actions that children's evidence shows to make a difference."""
    standing = Evidence.objects.standing().filter(
        key_theme__statement=statement,
        action__isnull=False,
        stance__in=sorted(Stance.shows_a_difference()),
    )
    return set(standing.values_list("action_id", flat=True))

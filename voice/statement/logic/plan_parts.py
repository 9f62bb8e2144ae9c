"""Parts of a plan that a spreadsheet begins, and where they stand; pure."""

from typing import Any

from voice.statement.enums import ActionStatus, Direction, SourceKind
from voice.statement.logic.plan import PlanAction, PlanArea, PlanMeasure, by_number


def put(among: list[Any], part: PlanArea | PlanAction) -> None:
    """Put a part where its number belongs."""
    among.append(part)
    among.sort(key=lambda one: by_number(one["number"]))


def new_area(number: str) -> PlanArea:
    """Return an area that is not written yet, our own until a row says otherwise."""
    return {
        "id": 0,
        "number": number,
        "title": "",
        "source": {
            "kind": SourceKind.OURS.value,
            "inspection": "",
            "recommendation": "",
            "on": "",
        },
        "withdrawn": "",
        "actions": [],
    }


def new_action(number: str) -> PlanAction:
    """Return an action that is not written yet, and not started."""
    return {
        "id": 0,
        "number": number,
        "title": "",
        "owner": "",
        "starts_on": "",
        "due_on": "",
        "status": ActionStatus.NOT_STARTED.value,
        "reason": "",
        "withdrawn": "",
        "task_group": "",
        "measures": [],
    }


def new_measure(title: str) -> PlanMeasure:
    """Return a measure that is not written yet; more is better until a row says less."""
    return {
        "id": 0,
        "title": title,
        "baseline": "",
        "target": "",
        "unit": "",
        "direction": Direction.MORE.value,
        "latest": None,
    }

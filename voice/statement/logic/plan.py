"""The whole statement as one value: what a version freezes, and what is compared; pure.

Dates are ISO dates, empty where there is none; `id` tells one part from another
whatever it is called or numbered, and is 0 for what is not written yet.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import NotRequired, TypedDict

# Versions frozen as 1 say nothing of task groups, units and directions.
FORMAT = 2


class PlanReading(TypedDict):
    """What a measure read last."""

    on: str
    value: str


class PlanMeasure(TypedDict):
    """A measure, and what it read last; None before it was read.

    `direction` is a voice.statement.enums.Direction; versions of format 1 have neither
    it nor `unit`.
    """

    id: int
    title: str
    baseline: str
    target: str
    unit: NotRequired[str]
    direction: NotRequired[str]
    latest: PlanReading | None


class PlanAction(TypedDict):
    """An action; `owner` is a job title; `withdrawn` says why, empty while it stands.

    `task_group` is the name of one of the plan's, empty where it has none; versions of
    format 1 do not say it.
    """

    id: int
    number: str
    title: str
    owner: str
    starts_on: str
    due_on: str
    status: str
    reason: str
    withdrawn: str
    task_group: NotRequired[str]
    measures: list[PlanMeasure]


class PlanSource(TypedDict):
    """Where an area comes from, as voice.statement.logic.sources.AreaSource."""

    kind: str
    inspection: str
    recommendation: str
    on: str


class PlanArea(TypedDict):
    """An area for improvement; `withdrawn` says why, empty while it stands."""

    id: int
    number: str
    title: str
    source: PlanSource
    withdrawn: str
    actions: list[PlanAction]


class PlanKeyTheme(TypedDict):
    """A key theme with its areas."""

    id: int
    number: int
    title: str
    areas: list[PlanArea]


class PlanTaskGroup(TypedDict):
    """People who carry out actions together; `lead` is a job title."""

    id: int
    name: str
    lead: str


class Plan(TypedDict):
    """The whole statement; of format 1 without task groups."""

    format: int
    title: str
    answers: str
    starts_on: str
    ends_on: str
    task_groups: NotRequired[list[PlanTaskGroup]]
    key_themes: list[PlanKeyTheme]


def plan_hash(plan: Plan, **called: object) -> str:
    """Return the SHA-256 of a plan and of what its version is called."""
    content = json.dumps(
        {"plan": plan, **called},
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return hashlib.sha256(content.encode()).hexdigest()


def areas_of(plan: Plan) -> Iterator[tuple[PlanKeyTheme, PlanArea]]:
    """Yield each area with the key theme it is under."""
    for key_theme in plan["key_themes"]:
        for area in key_theme["areas"]:
            yield key_theme, area


def actions_of(plan: Plan) -> Iterator[tuple[PlanArea, PlanAction]]:
    """Yield each action with the area it is under."""
    for _key_theme, area in areas_of(plan):
        for action in area["actions"]:
            yield area, action


def by_number(number: str) -> list[tuple[int, int, str]]:
    """Return what sorts numbers as people count: 2.9 before 2.10, “R7” after both."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part)
        for part in re.findall(r"\d+|[^\d.]+", number)
    ]

"""What differs between two plans, part by part; pure.

Parts are the same when their id is, whatever they are called, numbered or put under.
"""

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from voice.statement.logic.plan import Plan, actions_of, areas_of


class Part(StrEnum):
    """What a change is of."""

    STATEMENT = "statement"
    TASK_GROUP = "task_group"
    KEY_THEME = "key_theme"
    AREA = "area"
    ACTION = "action"
    MEASURE = "measure"


class Happened(StrEnum):
    """What happened to it."""

    ADDED = "added"
    DROPPED = "dropped"
    WITHDRAWN = "withdrawn"
    BROUGHT_BACK = "brought_back"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    `number` is what the part is known by: its own number, or its action's for a
    measure; of something renumbered, as it is now. `field`, `before` and `after` are
    of what changed: a moved part names what it was under and is under. `title` is the
    part's own.
    """

    part: Part
    happened: Happened
    number: str
    title: str
    field: str = ""
    before: str = ""
    after: str = ""


class Node(NamedTuple):
    """A part with what it is under: its id, and its words; and what it is known by."""

    under: int
    above: str
    number: str
    part: Mapping[str, Any]


FIELDS: dict[Part, tuple[str, ...]] = {
    Part.TASK_GROUP: ("name", "lead"),
    Part.KEY_THEME: ("number", "title"),
    Part.AREA: ("number", "title", "source"),
    Part.ACTION: (
        "number",
        "title",
        "owner",
        "starts_on",
        "due_on",
        "status",
        "reason",
        "task_group",
    ),
    Part.MEASURE: ("title", "baseline", "target", "unit", "direction", "latest"),
}
OF_ALL = ("title", "answers", "starts_on", "ends_on")


def compare(before: Plan, after: Plan) -> list[Change]:
    """Return what differs, from the whole down to its measures; empty when nothing does.

    What only one of the two could say is no difference: a version frozen before task
    groups, units and directions were part of a plan does not say that there were none.
    """
    return [
        *_whole(before, after),
        *_task_groups(before, after),
        *_parts(_with_groups_named(before, after), after),
    ]


def _whole(before: Plan, after: Plan) -> Iterator[Change]:
    """Yield what differs in the statement's own words and period."""
    for field in OF_ALL:
        was, is_now = str(before[field]), str(after[field])  # type: ignore[literal-required]
        if was != is_now:
            yield Change(
                Part.STATEMENT, Happened.CHANGED, "", after["title"], field, was, is_now
            )


def _task_groups(before: Plan, after: Plan) -> Iterator[Change]:
    """Yield what differs in the task groups, where both plans tell of them."""
    if "task_groups" not in before or "task_groups" not in after:
        return
    yield from _of(Part.TASK_GROUP, _groups(before), _groups(after))


def _groups(plan: Plan) -> list[Node]:
    """Return each task group, with nothing above it, known by its name."""
    return [
        Node(0, "", one["name"], {**one, "title": one["name"]})
        for one in plan.get("task_groups", [])
    ]


def _with_groups_named(before: Plan, after: Plan) -> Plan:
    """Return `before` with its task groups called as in `after`.

    A group that was renamed is one change, and not one of each of its actions.
    """
    now = {one["id"]: one["name"] for one in after.get("task_groups", [])}
    renamed = {
        one["name"]: now[one["id"]]
        for one in before.get("task_groups", [])
        if now.get(one["id"], one["name"]) != one["name"]
    }
    if not renamed:
        return before
    plan = copy.deepcopy(before)
    for _area, action in actions_of(plan):
        group = action.get("task_group", "")
        if group in renamed:
            action["task_group"] = renamed[group]
    return plan


def _parts(before: Plan, after: Plan) -> Iterator[Change]:
    """Yield what differs part by part, in the order of the newer plan."""
    for part, find in (
        (Part.KEY_THEME, _key_themes),
        (Part.AREA, _areas),
        (Part.ACTION, _actions),
        (Part.MEASURE, _measures),
    ):
        yield from _of(part, find(before), find(after))


def _of(part: Part, before: list[Node], after: list[Node]) -> Iterator[Change]:
    """Yield what differs among all parts of one kind."""
    known = {node.part["id"]: node for node in before}
    kept = {node.part["id"] for node in after if node.part["id"]}
    for node in after:
        title = node.part["title"]
        was = known.get(node.part["id"]) if node.part["id"] else None
        if was is None:
            yield Change(part, Happened.ADDED, node.number, title, after=node.above)
            continue
        if was.under != node.under:
            yield Change(
                part, Happened.MOVED, node.number, title, "", was.above, node.above
            )
        yield from _changed(part, node.number, was.part, node.part)
    for node in before:
        if node.part["id"] not in kept:
            yield Change(
                part,
                Happened.DROPPED,
                node.number,
                node.part["title"],
                before=node.above,
            )


def _changed(
    part: Part, number: str, was: Mapping[str, Any], found: Mapping[str, Any]
) -> Iterator[Change]:
    """Yield what differs in one part that is in both plans."""
    title = found["title"]
    gone, back = found.get("withdrawn", ""), was.get("withdrawn", "")
    if gone != back and gone:
        yield Change(part, Happened.WITHDRAWN, number, title, after=gone)
    elif gone != back:
        yield Change(part, Happened.BROUGHT_BACK, number, title, before=back)
    for field in FIELDS[part]:
        if field in was and field in found and was[field] != found[field]:
            yield Change(
                part,
                Happened.CHANGED,
                number,
                title,
                field,
                _said(was[field]),
                _said(found[field]),
            )


def _said(value: object) -> str:
    """Return a field as one string; of several, what is there, set apart by a tab."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return "\t".join(str(one) for one in value.values())
    return str(value)


def _key_themes(plan: Plan) -> list[Node]:
    """Return each key theme, with nothing above it."""
    return [Node(0, "", str(one["number"]), one) for one in plan["key_themes"]]


def _areas(plan: Plan) -> list[Node]:
    """Return each area under its key theme."""
    return [
        Node(above["id"], f"{above['number']} {above['title']}", area["number"], area)
        for above, area in areas_of(plan)
    ]


def _actions(plan: Plan) -> list[Node]:
    """Return each action under its area."""
    return [
        Node(above["id"], f"{above['number']} {above['title']}", one["number"], one)
        for above, one in actions_of(plan)
    ]


def _measures(plan: Plan) -> list[Node]:
    """Return each measure, known by the number of its action."""
    return [
        Node(action["id"], action["title"], action["number"], measure)
        for _area, action in actions_of(plan)
        for measure in action["measures"]
    ]


def by_what_happened(changes: Iterable[Change]) -> dict[Happened, list[Change]]:
    """Return changes by what happened; kinds that did not happen are absent."""
    found: dict[Happened, list[Change]] = {}
    for change in changes:
        found.setdefault(change.happened, []).append(change)
    return {kind: found[kind] for kind in Happened if kind in found}

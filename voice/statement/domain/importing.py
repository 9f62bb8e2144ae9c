"""Writing a plan that came as a spreadsheet, part by part."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.statement.domain.actions import (
    add_action,
    add_measure,
    edit_action,
    edit_measure,
    update_action,
)
from voice.statement.domain.statements import (
    add_area,
    add_key_theme,
    edit_area,
    edit_key_theme,
)
from voice.statement.domain.task_groups import add_task_group, edit_task_group
from voice.statement.enums import Direction, SourceKind
from voice.statement.logic.comparing import compare
from voice.statement.logic.plan import (
    Plan,
    PlanAction,
    PlanArea,
    PlanKeyTheme,
    PlanMeasure,
    PlanTaskGroup,
    plan_hash,
)
from voice.statement.logic.sources import AreaSource
from voice.statement.models import (
    Action,
    Area,
    KeyTheme,
    Measure,
    Statement,
    TaskGroup,
)
from voice.statement.queries.plan import plan_of

if TYPE_CHECKING:
    from voice.accounts.models import User


class PlanMovedOn(Exception):
    """The plan is not what the spreadsheet was compared with; the message is for people."""

    def __init__(self) -> None:
        super().__init__(_("The plan was changed meanwhile. Bring the file once more."))


@transaction.atomic
def import_plan(statement: Statement, *, after: Plan, seen: str, by: "User") -> int:
    """Write a plan as it was shown, and return how many changes that made.

    `after` is what voice.statement.logic.plan_merging made of the plan whose hash is
    `seen`. Raises PlanMovedOn when the plan is another by now, and whatever the verbs
    of its parts raise; then nothing is written.
    """
    locked = Statement.objects.select_for_update().get(pk=statement.pk)
    before = plan_of(locked)
    if plan_hash(before) != seen:
        raise PlanMovedOn
    changes = compare(before, after)
    writing = _Writing(locked, before, by)
    for group in after.get("task_groups", []):
        writing.task_group(group)
    for key_theme in after["key_themes"]:
        writing.key_theme(key_theme)
    record("statement.import_plan", of=locked, by=by, changes=len(changes))
    return len(changes)


class _Writing:
    """A plan on its way into the tables; what did not change is not touched."""

    def __init__(self, statement: Statement, before: Plan, by: "User") -> None:
        self.statement, self.by = statement, by
        self.key_themes: dict[int, KeyTheme] = {}
        self.areas: dict[int, Area] = {}
        self.actions: dict[int, Action] = {}
        self.measures: dict[int, Measure] = {}
        self.task_groups: dict[int, TaskGroup] = {}
        self.groups_called: dict[str, TaskGroup] = {}
        self._read()
        self.before = _by_id(before)

    def _read(self) -> None:
        """Read every part there is, by its id; five queries."""
        of = {"area__key_theme__statement": self.statement}
        self.key_themes = self.statement.key_themes.in_bulk()
        self.task_groups = self.statement.task_groups.in_bulk()
        self.areas = Area.objects.filter(key_theme__statement=self.statement).in_bulk()
        self.actions = (
            Action.objects.filter(**of)
            .select_related("area__key_theme", "owner")
            .in_bulk()
        )
        self.measures = Measure.objects.filter(
            action__area__key_theme__statement=self.statement
        ).in_bulk()

    def task_group(self, told: PlanTaskGroup) -> None:
        """Write a task group; who is in it stays."""
        found = self.task_groups.get(told["id"])
        if found is None:
            found = add_task_group(
                self.statement, name=told["name"], lead_title=told["lead"], by=self.by
            )
        elif found.lead_title != told["lead"]:
            edit_task_group(
                found,
                name=found.name,
                lead_title=told["lead"],
                members=found.members.all(),
                by=self.by,
            )
        self.groups_called[found.name] = found

    def key_theme(self, told: PlanKeyTheme) -> None:
        """Write a key theme and what is under it."""
        found = self.key_themes.get(told["id"])
        if found is None:
            found = add_key_theme(
                self.statement, title=told["title"], number=told["number"], by=self.by
            )
        elif found.title != told["title"]:
            edit_key_theme(found, title=told["title"], number=found.number, by=self.by)
        for area in told["areas"]:
            self.area(area, found)

    def area(self, told: PlanArea, under: KeyTheme) -> None:
        """Write an area and what is under it."""
        found = self.areas.get(told["id"])
        given: dict[str, Any] = {
            "title": told["title"],
            "number": told["number"],
            "source": AreaSource(
                SourceKind(told["source"]["kind"]),
                told["source"]["inspection"],
                told["source"]["recommendation"],
                _day(told["source"]["on"]),
            ),
            "by": self.by,
        }
        if found is None:
            found = add_area(under, **given)
        elif self._differs("areas", told, found.key_theme_id != under.pk):
            edit_area(found, key_theme=under, **given)
        for action in told["actions"]:
            self.action(action, found)

    def action(self, told: PlanAction, under: Area) -> None:
        """Write an action, how it stands, and its measures."""
        found = self.actions.get(told["id"])
        given: dict[str, Any] = {
            "title": told["title"],
            "number": told["number"],
            "owner_title": told["owner"],
            "starts_on": _day(told["starts_on"]),
            "due_on": _day(told["due_on"]),
            "task_group": self.groups_called.get(told.get("task_group", "")),
            "by": self.by,
        }
        if found is None:
            found = add_action(under, **given)
        elif self._differs("actions", told, found.area_id != under.pk):
            edit_action(found, owner=found.owner, area=under, **given)
        if (found.status, found.reason) != (told["status"], told["reason"]):
            update_action(
                found,
                status=told["status"],
                reason=told["reason"],
                note=_("Brought in from a spreadsheet."),
                by=self.by,
            )
        for measure in told["measures"]:
            self.measure(measure, found)

    def measure(self, told: PlanMeasure, under: Action) -> None:
        """Write a measure."""
        found = self.measures.get(told["id"])
        given: dict[str, Any] = {
            "title": told["title"],
            "baseline": told["baseline"],
            "target": told["target"],
            "unit": told.get("unit", ""),
            "direction": told.get("direction") or Direction.MORE,
            "by": self.by,
        }
        if found is None:
            add_measure(under, **given)
        elif self._differs("measures", told, moved=False):
            edit_measure(found, **given)

    def _differs(
        self,
        kind: str,
        told: PlanArea | PlanAction | PlanMeasure,
        moved: bool,  # noqa: FBT001
    ) -> bool:
        """Say whether a part is not what it was, or not where; its own parts apart."""
        was = self.before[kind][told["id"]]
        parts = {"actions", "measures", "status", "reason", "latest"}
        return moved or any(
            value != was[field] for field, value in told.items() if field not in parts
        )


def _by_id(plan: Plan) -> dict[str, dict[int, dict[str, object]]]:
    """Return the areas, actions and measures of a plan by their ids."""
    areas = [area for theme in plan["key_themes"] for area in theme["areas"]]
    actions = [action for area in areas for action in area["actions"]]
    measures = [measure for action in actions for measure in action["measures"]]
    found: dict[str, dict[int, dict[str, object]]] = {}
    for kind, parts in (("areas", areas), ("actions", actions), ("measures", measures)):
        found[kind] = {part["id"]: dict(part) for part in parts}  # type: ignore[attr-defined]
    return found


def _day(iso: str) -> date | None:
    """Return an ISO date as a day; None for none."""
    return date.fromisoformat(iso) if iso else None

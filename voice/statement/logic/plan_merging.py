"""A plan with the rows of a spreadsheet written into it; pure.

Parts are found by their number, so that the same sheet brought again changes what is
there and doubles nothing. An empty cell changes nothing. What is not in the sheet stays.
"""

import copy
from collections.abc import Collection, Sequence
from typing import Any

from voice.statement.enums import ActionStatus, SourceKind
from voice.statement.logic.plan import (
    Plan,
    PlanAction,
    PlanArea,
    PlanKeyTheme,
    PlanTaskGroup,
    actions_of,
    areas_of,
)
from voice.statement.logic.plan_columns import (
    NONE,
    OF_A_MEASURE,
    OF_AN_ACTION,
    OF_AN_AREA,
    ONGOING,
    BadPlan,
    Column,
    PlanRow,
    RowTrouble,
    Trouble,
)
from voice.statement.logic.plan_parts import new_action, new_area, new_measure, put

SOURCE = (Column.INSPECTION, Column.RECOMMENDATION, Column.INSPECTED_ON)


def merged(plan: Plan, rows: Sequence[PlanRow], *, proven: Collection[int]) -> Plan:
    """Return the plan as the rows would make it; new parts have the id 0.

    `proven` are the ids of actions with evidence from children that they make a
    difference. Raises BadPlan with every row's trouble; `plan` is left as it is.
    """
    merging = _Merging(plan, proven)
    for row in rows:
        merging.take(row)
    merging.look_again()
    if merging.troubles:
        raise BadPlan(sorted(merging.troubles, key=lambda one: one.row))
    return merging.plan


class _Merging:
    """A plan that rows are being written into."""

    def __init__(self, plan: Plan, proven: Collection[int]) -> None:
        self.plan: Plan = copy.deepcopy(plan)
        self.proven = proven
        self.troubles: list[RowTrouble] = []
        # Which row said what of which part, so that two rows cannot disagree.
        self.told: dict[tuple[str, str, Column], str] = {}
        self.touched: dict[str, int] = {}

    def wrong(
        self, row: int, trouble: Trouble, column: Column | None = None, said: str = ""
    ) -> None:
        """Note what is wrong in a row."""
        self.troubles.append(RowTrouble(row, trouble, column, said))

    def take(self, row: PlanRow) -> None:
        """Write one row into the plan."""
        key_theme = self._key_theme(row)
        deeper = OF_AN_AREA + OF_AN_ACTION + OF_A_MEASURE
        if key_theme is None or not row.says_any(deeper):
            return
        area = self._area(row, key_theme)
        if area is None or not row.says_any(OF_AN_ACTION + OF_A_MEASURE):
            return
        action = self._action(row, area)
        if action is not None and row.says_any(OF_A_MEASURE):
            self._measure(row, action)

    def _key_theme(self, row: PlanRow) -> PlanKeyTheme | None:
        """Return the key theme a row is of, with what it says of it."""
        number = row.said(Column.KEY_THEME_NUMBER)
        if not number:
            self.wrong(row.row, Trouble.MISSING, Column.KEY_THEME_NUMBER)
            return None
        themes = self.plan["key_themes"]
        found = next((one for one in themes if one["number"] == int(number)), None)
        if found is None:
            found = {"id": 0, "number": int(number), "title": "", "areas": []}
            themes.append(found)
            themes.sort(key=lambda one: one["number"])
        if self._may_say(row, "key_theme", number, Column.KEY_THEME):
            found["title"] = row.said(Column.KEY_THEME) or found["title"]
        if not found["title"]:
            self.wrong(row.row, Trouble.MISSING, Column.KEY_THEME, number)
        return found

    def _area(self, row: PlanRow, under: PlanKeyTheme) -> PlanArea | None:
        """Return the area a row is of, under its key theme, with what it says of it."""
        number = row.said(Column.AREA_NUMBER)
        if not number:
            self.wrong(row.row, Trouble.MISSING, Column.AREA_NUMBER)
            return None
        above, found = next(
            (pair for pair in areas_of(self.plan) if pair[1]["number"] == number),
            (under, None),
        )
        if found is None:
            found = new_area(number)
            put(under["areas"], found)
        if not self._may_stand(row, Column.AREA_NUMBER, number, str(under["number"])):
            return None
        if above is not under:
            above["areas"].remove(found)
            put(under["areas"], found)
        if self._may_say(row, "area", number, Column.AREA):
            found["title"] = row.said(Column.AREA) or found["title"]
        if not found["title"]:
            self.wrong(row.row, Trouble.MISSING, Column.AREA, number)
        self._source(row, found)
        return found

    def _source(self, row: PlanRow, area: PlanArea) -> None:
        """Write where an area comes from, when the row says anything of it."""
        if not row.says_any(SOURCE):
            return
        source = area["source"]
        for field, column in zip(
            ("inspection", "recommendation", "on"), SOURCE, strict=True
        ):
            if self._may_say(row, "area", area["number"], column):
                source[field] = row.said(column) or source[field]  # type: ignore[literal-required]
        source["kind"] = SourceKind.RECOMMENDATION.value
        if not (source["inspection"] and source["recommendation"] and source["on"]):
            self.wrong(row.row, Trouble.HALF_A_SOURCE, Column.INSPECTION)

    def _action(self, row: PlanRow, under: PlanArea) -> PlanAction | None:
        """Return the action a row is of, under its area, with what it says of it."""
        number = row.said(Column.ACTION_NUMBER)
        if not number:
            self.wrong(row.row, Trouble.MISSING, Column.ACTION_NUMBER)
            return None
        above, found = next(
            (pair for pair in actions_of(self.plan) if pair[1]["number"] == number),
            (under, None),
        )
        if found is None:
            found = new_action(number)
            put(under["actions"], found)
        if not self._may_stand(row, Column.ACTION_NUMBER, number, under["number"]):
            return None
        if above is not under:
            above["actions"].remove(found)
            put(under["actions"], found)
        self.touched.setdefault(number, row.row)
        self._facts(row, found)
        return found

    def _facts(self, row: PlanRow, action: PlanAction) -> None:
        """Write what a row says of an action into it."""
        number = action["number"]
        for field, column in (
            ("title", Column.ACTION),
            ("owner", Column.OWNER),
            ("starts_on", Column.STARTS_ON),
            ("due_on", Column.DUE_ON),
            ("status", Column.STATUS),
            ("reason", Column.REASON),
        ):
            said = row.said(column)
            if said and self._may_say(row, "action", number, column):
                action[field] = "" if said == ONGOING else said  # type: ignore[literal-required]
        self._group(row, action)

    def _group(self, row: PlanRow, action: PlanAction) -> None:
        """Write which task group carries an action out; a new one needs its lead."""
        name = row.said(Column.TASK_GROUP)
        if not name:
            if row.said(Column.TASK_GROUP_LEAD):
                self.wrong(row.row, Trouble.MISSING, Column.TASK_GROUP)
            return
        if not self._may_say(row, "action", action["number"], Column.TASK_GROUP):
            return
        if name.casefold() == NONE:
            action["task_group"] = ""
            return
        action["task_group"] = self._group_named(row, name)["name"]

    def _group_named(self, row: PlanRow, name: str) -> PlanTaskGroup:
        """Return the task group of this name, with what the row says of its lead."""
        groups = self.plan.setdefault("task_groups", [])
        known = (one for one in groups if one["name"].casefold() == name.casefold())
        found = next(known, None)
        if found is None:
            found = {"id": 0, "name": name, "lead": ""}
            groups.append(found)
        if self._may_say(row, "task_group", name.casefold(), Column.TASK_GROUP_LEAD):
            found["lead"] = row.said(Column.TASK_GROUP_LEAD) or found["lead"]
        if not found["lead"]:
            self.wrong(row.row, Trouble.MISSING, Column.TASK_GROUP_LEAD, name)
        return found

    def _measure(self, row: PlanRow, action: PlanAction) -> None:
        """Write what a row says of a measure into its action."""
        title = row.said(Column.MEASURE)
        if not title:
            self.wrong(row.row, Trouble.MISSING, Column.MEASURE)
            return
        found: Any = next(
            (
                one
                for one in action["measures"]
                if one["title"].casefold() == title.casefold()
            ),
            None,
        )
        if found is None:
            found = new_measure(title)
            action["measures"].append(found)
        for field, column in (
            ("baseline", Column.BASELINE),
            ("target", Column.TARGET),
        ):
            named = f"{action['number']} {title.casefold()}"
            if self._may_say(row, "measure", named, column):
                found[field] = row.said(column) or found[field]
            if not found[field]:
                self.wrong(row.row, Trouble.MISSING, column, title)
        named = f"{action['number']} {title.casefold()}"
        for field, column in (
            ("unit", Column.UNIT),
            ("direction", Column.DIRECTION),
        ):
            said = row.said(column)
            if said and self._may_say(row, "measure", named, column):
                found[field] = "" if said.casefold() == NONE else said

    def _may_say(self, row: PlanRow, part: str, name: str, column: Column) -> bool:
        """Say whether no row above said something else in this column of this part."""
        said = row.said(column)
        before = self.told.setdefault((part, name, column), said) if said else said
        if before != said:
            self.wrong(row.row, Trouble.TWICE, column, name)
        return before == said

    def _may_stand(self, row: PlanRow, column: Column, name: str, under: str) -> bool:
        """Say whether no row above put this part under another one."""
        before = self.told.setdefault(("place", name, column), under)
        if before != under:
            self.wrong(row.row, Trouble.TWICE, column, name)
        return before == under

    def look_again(self) -> None:
        """Look at each action that a row touched, once all of it was said."""
        for area, action in actions_of(self.plan):
            row = self.touched.get(action["number"])
            if row is not None:
                self._whole(row, area, action)

    def _whole(self, row: int, area: PlanArea, action: PlanAction) -> None:
        """Note what is wrong with an action as a whole."""
        number, status = action["number"], action["status"]
        for field, column in (("title", Column.ACTION), ("owner", Column.OWNER)):
            if not action[field]:  # type: ignore[literal-required]
                self.wrong(row, Trouble.MISSING, column, number)
        if action["withdrawn"] or area["withdrawn"]:
            self.wrong(row, Trouble.WITHDRAWN, Column.ACTION_NUMBER, number)
        if "" < action["due_on"] < action["starts_on"]:
            self.wrong(row, Trouble.DUE_BEFORE_START, Column.DUE_ON, number)
        if status in ActionStatus.behind() and not action["reason"]:
            self.wrong(row, Trouble.NO_REASON, Column.REASON, number)
        makes = status == ActionStatus.MAKING_A_DIFFERENCE
        if makes and action["id"] not in self.proven:
            self.wrong(row, Trouble.NO_EVIDENCE, Column.STATUS, number)

"""The columns of a plan as a spreadsheet, and what may be wrong in one of its rows; pure."""

from dataclasses import dataclass
from enum import StrEnum


class Column(StrEnum):
    """What stands in a column; in the order of our sheet."""

    KEY_THEME_NUMBER = "key_theme_number"
    KEY_THEME = "key_theme"
    AREA_NUMBER = "area_number"
    AREA = "area"
    INSPECTION = "inspection"
    RECOMMENDATION = "recommendation"
    INSPECTED_ON = "inspected_on"
    ACTION_NUMBER = "action_number"
    ACTION = "action"
    OWNER = "owner"
    STARTS_ON = "starts_on"
    DUE_ON = "due_on"
    STATUS = "status"
    REASON = "reason"
    TASK_GROUP = "task_group"
    TASK_GROUP_LEAD = "task_group_lead"
    MEASURE = "measure"
    BASELINE = "baseline"
    TARGET = "target"
    UNIT = "unit"
    DIRECTION = "direction"


DAYS = frozenset({Column.INSPECTED_ON, Column.STARTS_ON, Column.DUE_ON})
OF_AN_AREA = (
    Column.AREA_NUMBER,
    Column.AREA,
    Column.INSPECTION,
    Column.RECOMMENDATION,
    Column.INSPECTED_ON,
)
OF_AN_ACTION = (
    Column.ACTION_NUMBER,
    Column.ACTION,
    Column.OWNER,
    Column.STARTS_ON,
    Column.DUE_ON,
    Column.STATUS,
    Column.REASON,
    Column.TASK_GROUP,
    Column.TASK_GROUP_LEAD,
)
OF_A_MEASURE = (
    Column.MEASURE,
    Column.BASELINE,
    Column.TARGET,
    Column.UNIT,
    Column.DIRECTION,
)
LONGEST: dict[Column, int] = {
    Column.KEY_THEME_NUMBER: 2,
    Column.KEY_THEME: 200,
    Column.AREA_NUMBER: 10,
    Column.AREA: 300,
    Column.INSPECTION: 300,
    Column.RECOMMENDATION: 20,
    Column.ACTION_NUMBER: 20,
    Column.ACTION: 300,
    Column.OWNER: 200,
    Column.REASON: 300,
    Column.MEASURE: 200,
    Column.BASELINE: 50,
    Column.TARGET: 50,
    Column.TASK_GROUP: 120,
    Column.TASK_GROUP_LEAD: 200,
    Column.UNIT: 20,
}
# What a due date says when there is none.
ONGOING = "ongoing"
# What a task group, or a unit, says when there is none any more.
NONE = "none"


class Trouble(StrEnum):
    """What is wrong in a row."""

    NO_HEADINGS = "no_headings"
    NO_ROWS = "no_rows"
    TOO_LONG = "too_long"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_DAY = "not_a_day"
    NOT_A_STATUS = "not_a_status"
    NOT_A_DIRECTION = "not_a_direction"
    MISSING = "missing"
    DUE_BEFORE_START = "due_before_start"
    NO_REASON = "no_reason"
    NO_EVIDENCE = "no_evidence"
    HALF_A_SOURCE = "half_a_source"
    TWICE = "twice"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class RowTrouble:
    """What is wrong where: `row` as the spreadsheet counts, 0 for the whole file."""

    row: int
    trouble: Trouble
    column: Column | None = None
    said: str = ""


class BadPlan(Exception):
    """A file cannot be taken; `troubles` say why, row by row."""

    def __init__(self, troubles: list[RowTrouble]) -> None:
        super().__init__(f"{len(troubles)} troubles")
        self.troubles = troubles


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row, each cell tidied: days are ISO dates, a status its own name."""

    row: int
    cells: dict[Column, str]

    def said(self, column: Column) -> str:
        """Return what stands in a column; empty where nothing does."""
        return self.cells.get(column, "")

    def says_any(self, columns: tuple[Column, ...]) -> bool:
        """Say whether anything stands in any of the columns."""
        return any(self.said(column) for column in columns)

"""What the sheet of a plan says: its headings, what they mean, and what is wrong in a row."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from surveys.logic.grid import GridTrouble
from voice.statement.enums import ActionStatus, Direction
from voice.statement.logic.plan import Plan
from voice.statement.logic.plan_columns import (
    ONGOING,
    Column,
    RowTrouble,
    Trouble,
)
from voice.statement.logic.plan_rows import plain

MOST_TOLD = 60

FILES: dict[GridTrouble, Promise] = {
    GridTrouble.TOO_LONG: gettext_lazy(
        "The file is too large: more than 5 MB, or far more rows than a plan has."
    ),
    GridTrouble.UNREADABLE: gettext_lazy(
        "That is not a spreadsheet (XLSX) or a CSV file we can read. Save it again as "
        "one of these."
    ),
    GridTrouble.EMPTY: gettext_lazy("The file is empty."),
}

HEADINGS: dict[Column, Promise] = {
    Column.KEY_THEME_NUMBER: gettext_lazy("Key theme number"),
    Column.KEY_THEME: gettext_lazy("Key theme"),
    Column.AREA_NUMBER: gettext_lazy("Area number"),
    Column.AREA: gettext_lazy("Area for improvement"),
    Column.INSPECTION: gettext_lazy("Inspection"),
    Column.RECOMMENDATION: gettext_lazy("Recommendation number"),
    Column.INSPECTED_ON: gettext_lazy("Date of its report"),
    Column.ACTION_NUMBER: gettext_lazy("Action number"),
    Column.ACTION: gettext_lazy("Action"),
    Column.OWNER: gettext_lazy("Owner"),
    Column.STARTS_ON: gettext_lazy("Start date"),
    Column.DUE_ON: gettext_lazy("Due date"),
    Column.STATUS: gettext_lazy("Status"),
    Column.REASON: gettext_lazy("Why it stands so"),
    Column.MEASURE: gettext_lazy("Measure"),
    Column.BASELINE: gettext_lazy("Start value"),
    Column.TARGET: gettext_lazy("Goal"),
    Column.TASK_GROUP: gettext_lazy("Task group"),
    Column.TASK_GROUP_LEAD: gettext_lazy("Who leads the task group"),
    Column.UNIT: gettext_lazy("Unit"),
    Column.DIRECTION: gettext_lazy("What is better"),
}

EXPLAINED: dict[Column, Promise] = {
    Column.KEY_THEME_NUMBER: gettext_lazy("1, 2, 3 … Empty: the one of the row above."),
    Column.KEY_THEME: gettext_lazy("Its title."),
    Column.AREA_NUMBER: gettext_lazy(
        "For example 2.1. Empty: the one of the row above."
    ),
    Column.AREA: gettext_lazy("What has to get better."),
    Column.INSPECTION: gettext_lazy(
        "Which inspection recommended it. Empty when it is your own idea."
    ),
    Column.RECOMMENDATION: gettext_lazy("The number of the recommendation."),
    Column.INSPECTED_ON: gettext_lazy("For example 14/03/2026."),
    Column.ACTION_NUMBER: gettext_lazy(
        "For example 2.1.3. By it an action is found again: keep it."
    ),
    Column.ACTION: gettext_lazy("What will be done."),
    Column.OWNER: gettext_lazy("A job title, never a name."),
    Column.STARTS_ON: gettext_lazy("For example 01/04/2026. May be empty."),
    Column.DUE_ON: gettext_lazy("For example 30/06/2026; or “ongoing”."),
    Column.STATUS: gettext_lazy(
        "Not started, red, amber, green, complete or making a difference."
    ),
    Column.REASON: gettext_lazy("Needed for red and amber."),
    Column.MEASURE: gettext_lazy(
        "How you will know it worked. A second measure has a row of its own below."
    ),
    Column.BASELINE: gettext_lazy("Where it starts, for example 65%."),
    Column.TARGET: gettext_lazy("Where it should go, for example 90%."),
    Column.TASK_GROUP: gettext_lazy(
        "Those who carry it out together. “none” takes it away from them."
    ),
    Column.TASK_GROUP_LEAD: gettext_lazy(
        "A job title, never a name. Needed for a task group that is new."
    ),
    Column.UNIT: gettext_lazy(
        "For example: %, days, children. Empty when the values say it; “none” takes "
        "it away."
    ),
    Column.DIRECTION: gettext_lazy(
        "“More is better” or “less is better”. Usually more."
    ),
}

SENTENCES: dict[Trouble, Promise] = {
    Trouble.NO_HEADINGS: gettext_lazy(
        "We found no headings that we know. Take the sheet out here, and write under "
        "its headings."
    ),
    Trouble.NO_ROWS: gettext_lazy("Nothing is written under the headings yet."),
    Trouble.TOO_LONG: gettext_lazy("“%(said)s …” is too long. Say it in fewer words."),
    Trouble.NOT_A_NUMBER: gettext_lazy("“%(said)s” is not a number from 1 to 99."),
    Trouble.NOT_A_DAY: gettext_lazy(
        "“%(said)s” is not a day we can read. Write it like 30/06/2026."
    ),
    Trouble.NOT_A_STATUS: gettext_lazy(
        "“%(said)s” is no status. Choose one of: not started, red, amber, green, "
        "complete, making a difference."
    ),
    Trouble.NOT_A_DIRECTION: gettext_lazy(
        "“%(said)s” does not say what is better. Write “more is better” or “less is "
        "better”."
    ),
    Trouble.MISSING: gettext_lazy("This cell is empty, and something is needed here."),
    Trouble.DUE_BEFORE_START: gettext_lazy("Action %(said)s is due before it starts."),
    Trouble.NO_REASON: gettext_lazy(
        "Action %(said)s is red or amber: say why in a few words."
    ),
    Trouble.NO_EVIDENCE: gettext_lazy(
        "Only children can say that action %(said)s makes a difference. Until there is "
        "evidence from them, “complete” says that the work is done."
    ),
    Trouble.HALF_A_SOURCE: gettext_lazy(
        "A recommendation needs all three: inspection, number and date."
    ),
    Trouble.TWICE: gettext_lazy(
        "A row above says something else of %(said)s. Keep one."
    ),
    Trouble.WITHDRAWN: gettext_lazy(
        "Action %(said)s was withdrawn, or its area was. Take it up again first, or "
        "give yours another number."
    ),
}


def headings_known() -> dict[str, Column]:
    """Return each column by its heading, in the language of the page and in English."""
    known = {plain(str(words)): column for column, words in HEADINGS.items()}
    with override("en"):
        return {plain(str(words)): column for column, words in HEADINGS.items()} | known


def statuses_known() -> dict[str, str]:
    """Return each status by what it is called, here and in English."""
    known = {plain(str(one.label)): one.value for one in ActionStatus}
    with override("en"):
        return {plain(str(one.label)): one.value for one in ActionStatus} | known


def directions_known() -> dict[str, str]:
    """Return which way is better by how it is said, here and in English."""
    known = {plain(str(one.label)): one.value for one in Direction}
    with override("en"):
        english = {plain(str(one.label)): one.value for one in Direction}
    return {one.value: one.value for one in Direction} | english | known


def troubles_told(troubles: Iterable[RowTrouble]) -> list[str]:
    """Return what to put right in sentences, row by row; of very many the first."""
    found = list(troubles)
    told = [_told(one) for one in found[:MOST_TOLD]]
    if len(found) > MOST_TOLD:
        told.append(_("And more: %(count)s in all.") % {"count": len(found)})
    return told


def _told(trouble: RowTrouble) -> str:
    """Return one trouble, with its row and column."""
    sentence = str(SENTENCES[trouble.trouble]) % {"said": trouble.said}
    if not trouble.row:
        return sentence
    if trouble.column is None:
        return _("Row %(row)s: %(sentence)s") % {
            "row": trouble.row,
            "sentence": sentence,
        }
    return _("Row %(row)s, %(column)s: %(sentence)s") % {
        "row": trouble.row,
        "column": HEADINGS[trouble.column],
        "sentence": sentence,
    }


def sheet_of(plan: Plan) -> list[list[str]]:
    """Return a plan as a sheet to change and bring back: words on top, then headings.

    Withdrawn parts are left out: they stay as they are.
    """
    leads = {one["name"]: one["lead"] for one in plan.get("task_groups", [])}
    empty = [""] * len(Column)
    note = _(
        "Change or add rows, and bring the file back. An empty cell changes nothing."
    )
    return [
        [note, *empty[1:]],
        [str(EXPLAINED[column]) for column in Column],
        [str(HEADINGS[column]) for column in Column],
        *([row.get(column, "") for column in Column] for row in _rows(plan, leads)),
    ]


def direction_words(direction: str) -> str:
    """Return which way is better; empty where nobody said."""
    return str(Direction(direction).label) if direction else ""


def _rows(plan: Plan, leads: Mapping[str, str]) -> Iterable[dict[Column, str]]:
    """Yield the rows of a plan: one for each measure, action, or area without actions."""
    for theme in plan["key_themes"]:
        top = {
            Column.KEY_THEME_NUMBER: str(theme["number"]),
            Column.KEY_THEME: theme["title"],
        }
        standing = [area for area in theme["areas"] if not area["withdrawn"]]
        if not standing:
            yield top
        for area in standing:
            source = area["source"]
            here = top | {
                Column.AREA_NUMBER: area["number"],
                Column.AREA: area["title"],
                Column.INSPECTION: source["inspection"],
                Column.RECOMMENDATION: source["recommendation"],
                Column.INSPECTED_ON: source["on"],
            }
            actions = [one for one in area["actions"] if not one["withdrawn"]]
            if not actions:
                yield here
            for action in actions:
                said = here | {
                    Column.ACTION_NUMBER: action["number"],
                    Column.ACTION: action["title"],
                    Column.OWNER: action["owner"],
                    Column.STARTS_ON: action["starts_on"],
                    Column.DUE_ON: action["due_on"] or ONGOING,
                    Column.STATUS: str(ActionStatus(action["status"]).label),
                    Column.REASON: action["reason"],
                    Column.TASK_GROUP: action.get("task_group", ""),
                    Column.TASK_GROUP_LEAD: leads.get(action.get("task_group", ""), ""),
                }
                if not action["measures"]:
                    yield said
                for measure in action["measures"]:
                    yield said | {
                        Column.MEASURE: measure["title"],
                        Column.BASELINE: measure["baseline"],
                        Column.TARGET: measure["target"],
                        Column.UNIT: measure.get("unit", ""),
                        Column.DIRECTION: direction_words(measure.get("direction", "")),
                    }

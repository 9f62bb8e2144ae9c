"""Tables of a release without those that would give somebody's answer away."""

from collections.abc import Collection
from typing import cast

from voice.releases.logic.breakdowns import DERIVABLE
from voice.releases.logic.intruder.problem import Place
from voice.releases.logic.protected import NOT_SHOWN
from voice.releases.logic.tables import BreakdownTable, QuestionTable, Tables, ThemeRow

Left = tuple[str, str, str]


def spelt(place: Place) -> str:
    """Return a place as a form carries it."""
    return f"{place.kind}/{place.key}/{place.by}"


def leavable(tables: Tables) -> dict[str, Left]:
    """Return everything that can be left out of `tables`, as (kind, key, breakdown)."""
    found: list[Left] = []
    for question in tables["questions"]:
        found.append(("question", question["key"], ""))
        if "apart" in question:
            found.append(("apart", question["key"], ""))
        found += [
            ("question", question["key"], table["by"])
            for table in question["breakdowns"]
            if table["groups"]
        ]
    for theme in tables["themes"]:
        found.append(("theme", theme["key"], ""))
        found += [
            ("theme", theme["key"], table["by"])
            for table in tables.get("theme_breakdowns", [])
        ]
    return {"/".join(one): one for one in found}


def without(tables: Tables, left: Collection[str]) -> Tables:
    """Return `tables` without the tables named in `left`, as `spelt` names them.

    Raises KeyError for one that is not in them. What is left out looks like what the
    rules hide, so that a reader does not learn which it was.
    """
    known = leavable(tables)
    wanted = {known[one] for one in left}
    themes = [
        theme for theme in tables["themes"] if ("theme", theme["key"], "") not in wanted
    ]
    changed = dict(tables) | {
        "questions": [_question(one, wanted) for one in tables["questions"]],
        "themes": themes,
    }
    if len(themes) < len(tables["themes"]):
        changed["themes_not_named"] = True
    if "theme_breakdowns" in tables:
        changed["theme_breakdowns"] = [
            _themes_by(table, themes, wanted) for table in tables["theme_breakdowns"]
        ]
    return cast("Tables", changed)


def _question(question: QuestionTable, wanted: Collection[Left]) -> QuestionTable:
    """Return one question without what is left out of it."""
    key = question["key"]
    whole = ("question", key, "") in wanted
    changed = dict(question) | {
        "breakdowns": [
            _empty(table)
            if whole or ("question", key, table["by"]) in wanted
            else table
            for table in question["breakdowns"]
        ]
    }
    if whole:
        changed["answered"] = NOT_SHOWN.figure()
        changed["options"] = [
            dict(row) | {"count": NOT_SHOWN.figure(), "percent": None, "share": None}
            for row in question["options"]
        ]
    if "apart" in question and (whole or ("apart", key, "") in wanted):
        changed["apart"] = [
            {"state": row["state"], "count": NOT_SHOWN.figure()}
            for row in question["apart"]
        ]
    return cast("QuestionTable", changed)


def _empty(table: BreakdownTable) -> BreakdownTable:
    """Return a breakdown as one that is not told."""
    return cast("BreakdownTable", dict(table) | {"why": DERIVABLE, "groups": []})


def _themes_by(
    table: BreakdownTable, themes: Collection[ThemeRow], wanted: Collection[Left]
) -> BreakdownTable:
    """Return one breakdown of the themes without those that are left out of it."""
    by = table["by"]
    kept = {one["key"] for one in themes if ("theme", one["key"], by) not in wanted}
    told = {cell["option"] for group in table["groups"] for cell in group["cells"]}
    if not told & kept:
        return _empty(table) if told else table
    groups = [
        dict(group)
        | {"cells": [cell for cell in group["cells"] if cell["option"] in kept]}
        for group in table["groups"]
    ]
    return cast("BreakdownTable", dict(table) | {"groups": groups})

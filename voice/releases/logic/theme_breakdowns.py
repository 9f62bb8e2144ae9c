"""Themes by age or language: what groups say, as it may be told beside the totals."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from voice.releases.logic.breakdowns import (
    DERIVABLE,
    TOO_SMALL,
    Own,
    Totals,
    Wanted,
    tell_breakdowns,
)
from voice.releases.logic.cells import told_cell
from voice.releases.logic.protected import Code
from voice.releases.logic.rule import Rule
from voice.releases.logic.tables import BreakdownTable, Cell, Figure, GroupRow, ThemeRow
from voice.releases.logic.tally import Row
from voice.releases.logic.theme_rows import SOMETHING_ELSE, ThemeEntry

# Beside everybody who says a theme stands everybody who does not.
UNSAID = ""


@dataclass(frozen=True, slots=True)
class Wrote:
    """Those who wrote: `said` maps each to the keys of their themes.

    `group_of` gives, for each declared breakdown, the group each of them is in, and
    `merged` its groups in their order, small ones joined. `own` is what is told of the
    question that groups are made by, where one is.
    """

    said: Mapping[str, frozenset[str]]
    group_of: Mapping[str, Mapping[str, str]]
    merged: Mapping[str, Sequence[tuple[str, ...]]]
    own: Mapping[str, Own] = field(default_factory=dict)

    def in_groups(self, by: str) -> dict[tuple[str, ...], list[frozenset[str]]]:
        """Return the themes of everybody, by the merged groups of one breakdown."""
        group_of = self.group_of[by]
        return {
            keys: [said for one, said in self.said.items() if group_of.get(one) in keys]
            for keys in self.merged[by]
        }


def tell_theme_breakdowns(
    rows: Sequence[ThemeRow], themes: Sequence[ThemeEntry], wrote: Wrote, rule: Rule
) -> list[BreakdownTable]:
    """Return each declared breakdown of the themes in `rows`, as it may be told.

    Each theme is told like a question of its own, answered yes by those who say it and
    no by all others who wrote: one that would give a small number away is left out
    alone. One that its row tells otherwise than by its size (heard from few, or found
    by one coder) is in no breakdown.
    """
    if len(wrote.said) < rule.threshold:
        return []
    tables: dict[str, dict[str, BreakdownTable]] = {by: {} for by in wrote.merged}
    for row in rows:
        keys = _counted_for(row, rows, themes)
        for table in _of_one(row, keys, wrote, rule):
            tables[table["by"]][row["key"]] = table
    return [_together(by, of_themes, wrote) for by, of_themes in tables.items()]


def _counted_for(
    row: ThemeRow, rows: Sequence[ThemeRow], themes: Sequence[ThemeEntry]
) -> frozenset[str]:
    """Return the themes a row counts: its own; for “Something else”, unnamed ones."""
    if row["kind"] != SOMETHING_ELSE:
        return frozenset({row["key"]})
    named = {one["key"] for one in rows} - {row["key"]}
    return frozenset(
        theme.key
        for theme in themes
        if theme.key not in named and not theme.heard_from_few
    )


def _of_one(
    row: ThemeRow, keys: frozenset[str], wrote: Wrote, rule: Rule
) -> list[BreakdownTable]:
    """Return the breakdowns of one theme; none when its row is told in other words."""
    whole = _says(wrote.said.values(), keys)
    cells = tuple(told_cell(count, whole.answered, rule) for count in whole.counts)
    if row["heard_from_few"] or cells[0].count.figure() != row["count"]:
        return []
    totals = Totals((row["key"], UNSAID), whole, cells, adds_up=True)
    grouped = [
        Wanted(
            by,
            {group: _says(said, keys) for group, said in wrote.in_groups(by).items()},
            wrote.own.get(by),
        )
        for by in wrote.merged
    ]
    return tell_breakdowns(totals, grouped, rule)


def _says(said: Collection[frozenset[str]], keys: frozenset[str]) -> Row:
    """Return how many wrote, and how many of them do and do not say one of `keys`."""
    holders = sum(bool(one & keys) for one in said)
    return Row(len(said), (holders, len(said) - holders))


def _together(
    by: str, of_themes: Mapping[str, BreakdownTable], wrote: Wrote
) -> BreakdownTable:
    """Return one breakdown of every theme that may be told by it."""
    told = {key: table for key, table in of_themes.items() if table["groups"]}
    if not told:
        why = DERIVABLE if wrote.merged[by] else TOO_SMALL
        return {"by": by, "why": why, "groups": []}
    first = next(iter(told.values()))
    groups: list[GroupRow] = [
        {
            "keys": group["keys"],
            "answered": _least_told([one["groups"][at] for one in told.values()]),
            "cells": [_cell(key, table["groups"][at]) for key, table in told.items()],
        }
        for at, group in enumerate(first["groups"])
    ]
    return {"by": by, "why": "", "groups": groups}


def _least_told(groups: Sequence[GroupRow]) -> Figure:
    """Return how many of a group wrote: not shown when one theme's table hushes it."""
    told = [group["answered"] for group in groups]
    return next((one for one in told if one["code"] == Code.NOT_SHOWN), told[0])


def _cell(key: str, group: GroupRow) -> Cell:
    """Return what one group says of one theme."""
    return next(cell for cell in group["cells"] if cell["option"] == key)

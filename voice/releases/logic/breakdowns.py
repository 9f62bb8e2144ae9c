"""One question by one declared breakdown, beside its totals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from voice.releases.logic.attack import Bounds, Sum, tighten
from voice.releases.logic.cells import (
    Told,
    cell_bounds,
    count_bounds,
    hides_well,
    percent_bounds,
    told_cell,
)
from voice.releases.logic.protected import (
    NOT_SHOWN,
    Code,
    Protected,
    protect_count,
)
from voice.releases.logic.rule import Rule
from voice.releases.logic.tables import BreakdownTable, Cell, GroupRow
from voice.releases.logic.tally import Row

TOO_SMALL = "too_small"
DERIVABLE = "derivable"
Grouped = Mapping[tuple[str, ...], Row]


@dataclass(frozen=True, slots=True)
class Totals:
    """One question's true totals and how they are told."""

    options: tuple[str, ...]
    row: Row
    cells: tuple[Told, ...]
    adds_up: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """One breakdown that has been let through."""

    by: str
    groups: Grouped
    cells: Mapping[tuple[str, ...], Sequence[Told]]


def _told_group(row: Row, rule: Rule, *, blurred: bool) -> list[Told]:
    """Return one group's cells; not shown when fewer than 10 of it answered."""
    if row.answered < rule.threshold:
        return [Told(NOT_SHOWN) for _ in row.counts]
    return [
        told_cell(count, row.answered, rule, blurred=blurred) for count in row.counts
    ]


def _group_bounds(told: Told, base: Protected, rule: Rule) -> Bounds:
    """Return the counts a group's cell can stand for, its share alone being told."""
    bounds = count_bounds(base, rule)
    if told.percent is not None and told.percent.code == Code.PERCENT:
        return percent_bounds(told.percent.number or 0, base, rule)
    if told.percent is not None:
        return Bounds(rule.threshold, bounds.high)
    return cell_bounds(told, bounds, rule)


def _known(
    totals: Totals, shown: Sequence[Shown], rule: Rule
) -> tuple[dict[str, Bounds], list[Sum]]:
    """Return everything told of one question, and how it adds up."""
    whole = protect_count(totals.row.answered, rule)
    base = count_bounds(whole, rule)
    known = {"all": base}
    for option, told in zip(totals.options, totals.cells, strict=True):
        known[f"all/{option}"] = cell_bounds(told, base, rule)
    sums = [_across("all", totals)]
    for breakdown in shown:
        names = []
        for keys, row in breakdown.groups.items():
            name = f"{breakdown.by}:{'+'.join(keys)}"
            names.append(name)
            answered = protect_count(row.answered, rule)
            known[name] = count_bounds(answered, rule)
            cells = breakdown.cells[keys]
            for option, told in zip(totals.options, cells, strict=True):
                known[f"{name}/{option}"] = _group_bounds(told, answered, rule)
            sums.append(_across(name, totals))
        sums.append(Sum("all", tuple(names)))
        sums.extend(
            Sum(f"all/{option}", tuple(f"{name}/{option}" for name in names))
            for option in totals.options
        )
    return known, sums


def _across(name: str, totals: Totals) -> Sum:
    """Return how one group's options add up to those who answered."""
    parts = tuple(f"{name}/{option}" for option in totals.options)
    return Sum(name, parts, or_more=not totals.adds_up)


def _holds(totals: Totals, shown: Sequence[Shown], rule: Rule) -> bool:
    """Say whether totals and breakdowns together narrow no hidden count."""
    left = tighten(*_known(totals, shown, rule))
    rows = [("all", totals.cells)]
    for breakdown in shown:
        rows.extend(
            (f"{breakdown.by}:{'+'.join(keys)}", tuple(cells))
            for keys, cells in breakdown.cells.items()
        )
    return all(
        hides_well(cells, [left[f"{name}/{option}"] for option in totals.options], rule)
        for name, cells in rows
    )


def tell_breakdowns(
    totals: Totals, wanted: Sequence[tuple[str, Grouped]], rule: Rule
) -> list[BreakdownTable]:
    """Return each declared breakdown of one question as it may be told.

    In shares first, then in words; not at all when a hidden count could still be
    worked out from the totals and the breakdowns let through before it.
    """
    through: list[Shown] = []
    tables: list[BreakdownTable] = []
    for by, groups in wanted:
        if not groups:
            tables.append({"by": by, "why": TOO_SMALL, "groups": []})
            continue
        shown = _first_that_holds(totals, through, by, groups, rule)
        if shown is None:
            tables.append({"by": by, "why": DERIVABLE, "groups": []})
            continue
        through.append(shown)
        tables.append(_table(totals, shown, rule))
    return tables


def _first_that_holds(
    totals: Totals, through: Sequence[Shown], by: str, groups: Grouped, rule: Rule
) -> Shown | None:
    """Return the breakdown in shares, or in words, or None."""
    for blurred in (False, True):
        cells = {
            keys: _told_group(row, rule, blurred=blurred)
            for keys, row in groups.items()
        }
        shown = Shown(by, groups, cells)
        if _holds(totals, [*through, shown], rule):
            return shown
    return None


def _table(totals: Totals, shown: Shown, rule: Rule) -> BreakdownTable:
    """Return one breakdown as it travels in a release."""
    groups: list[GroupRow] = [
        {
            "keys": list(keys),
            "answered": protect_count(row.answered, rule).figure(),
            "cells": [
                _cell(option, told)
                for option, told in zip(totals.options, shown.cells[keys], strict=True)
            ],
        }
        for keys, row in shown.groups.items()
    ]
    return {"by": shown.by, "why": "", "groups": groups}


def _cell(option: str, told: Told) -> Cell:
    """Return one group's share of one option."""
    value = told.count if told.percent is None else told.percent
    return {"option": option, "told": value.figure(), "share": value.share}

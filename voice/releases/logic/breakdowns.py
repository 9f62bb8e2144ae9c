"""One question by one declared breakdown, beside its totals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

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
from voice.releases.logic.rule import FIGURES_FROM, Rule
from voice.releases.logic.tables import BreakdownTable, Cell, GroupRow
from voice.releases.logic.tally import Row

TOO_SMALL = "too_small"
DERIVABLE = "derivable"
ANY = 10_000_000
Keys = tuple[str, ...]
Grouped = Mapping[Keys, Row]


@dataclass(frozen=True, slots=True)
class Totals:
    """One question's true totals and how they are told."""

    options: tuple[str, ...]
    row: Row
    cells: tuple[Told, ...]
    adds_up: bool


class Own(NamedTuple):
    """What is told of a question that groups are made by, of `of` who were counted."""

    totals: Totals
    of: int


class Wanted(NamedTuple):
    """One breakdown of a question as it was declared: its groups, in their order.

    `own` is what is told of the question that groups are made by, where one is.
    `base_tells`: how many of a group answered would tell of an earlier question.
    """

    by: str
    groups: Grouped
    own: Own | None = None
    base_tells: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """One breakdown that has been let through; `bases` are how many answered."""

    wanted: Wanted
    bases: Mapping[Keys, Protected]
    cells: Mapping[Keys, Sequence[Told]]

    def name(self, keys: Keys) -> str:
        """Return what a group is called in the sums."""
        return f"{self.wanted.by}:{'+'.join(keys)}"


def _told_group(row: Row, rule: Rule, *, blurred: bool) -> list[Told]:
    """Return one group's cells; not shown when fewer than 10 of it answered."""
    if row.answered < rule.threshold:
        return [Told(NOT_SHOWN) for _ in row.counts]
    return [
        told_cell(count, row.answered, rule, blurred=blurred) for count in row.counts
    ]


def _group_bounds(told: Told, base: Protected, bounds: Bounds, rule: Rule) -> Bounds:
    """Return the counts a group's cell can stand for, its share alone being told."""
    if told.percent is None:
        return cell_bounds(told, bounds, rule)
    if told.percent.code != Code.PERCENT:
        return Bounds(rule.threshold, bounds.high)
    if base.number is not None:
        wholes = range(base.number, base.number + 1)
    else:
        low = max(rule.rounded(bounds.low), FIGURES_FROM)
        wholes = range(low, max(rule.rounded(bounds.high), low) + 1, rule.base)
    return percent_bounds(told.percent.number or 0, wholes, rule)


def _known(
    totals: Totals, shown: Sequence[Shown], rule: Rule
) -> tuple[dict[str, Bounds], list[Sum]]:
    """Return everything told of one question, and how it adds up."""
    base = count_bounds(protect_count(totals.row.answered, rule), rule)
    known = {"all": base} | _cells_of("all", totals, base, rule)
    sums = [_across("all", totals)]
    for breakdown in shown:
        names = [breakdown.name(keys) for keys in breakdown.wanted.groups]
        by_groups = Sum("all", tuple(names))
        bases = {
            name: Bounds(0, base.high)
            if told.code == Code.NOT_SHOWN
            else count_bounds(told, rule)
            for name, told in zip(names, breakdown.bases.values(), strict=True)
        }
        known |= bases
        left = tighten({"all": base} | bases, [by_groups])
        for keys, cells in breakdown.cells.items():
            name = breakdown.name(keys)
            for option, told in zip(totals.options, cells, strict=True):
                known[f"{name}/{option}"] = _group_bounds(
                    told, breakdown.bases[keys], left[name], rule
                )
            sums.append(_across(name, totals))
        sums.append(by_groups)
        sums.extend(
            Sum(f"all/{option}", tuple(f"{name}/{option}" for name in names))
            for option in totals.options
        )
        if breakdown.wanted.own is not None:
            _link(breakdown, breakdown.wanted.own, known, sums, rule)
    return known, sums


def _cells_of(name: str, totals: Totals, base: Bounds, rule: Rule) -> dict[str, Bounds]:
    """Return what the cells of one question over everybody can stand for."""
    return {
        f"{name}/{option}": cell_bounds(told, base, rule)
        for option, told in zip(totals.options, totals.cells, strict=True)
    }


def _link(
    breakdown: Shown, own: Own, known: dict[str, Bounds], sums: list[Sum], rule: Rule
) -> None:
    """Add what is told of the question that groups are made by.

    A group is whoever chose its options, or gave no answer; some of it may not have
    answered the other question.
    """
    name, totals = _own(breakdown), own.totals
    base = count_bounds(protect_count(totals.row.answered, rule), rule)
    reach = count_bounds(protect_count(own.of, rule), rule)
    known |= {
        name: base,
        f"{name} reach": reach,
        f"{name} rest": Bounds(0, reach.high),
    } | _cells_of(name, totals, base, rule)
    sums += [
        _across(name, totals),
        Sum(f"{name} reach", (name, f"{name} rest")),
    ]
    for keys in breakdown.wanted.groups:
        group = breakdown.name(keys)
        parts = [
            f"{name}/{key}" if key in totals.options else f"{name} rest" for key in keys
        ]
        known |= {f"{group} is": Bounds(0, ANY), f"{group} silent": Bounds(0, ANY)}
        sums += [
            Sum(f"{group} is", tuple(dict.fromkeys(parts))),
            Sum(f"{group} is", (group, f"{group} silent")),
        ]


def _own(breakdown: Shown) -> str:
    """Return what the question that groups are made by is called in the sums."""
    return f"own {breakdown.wanted.by}"


def _across(name: str, totals: Totals) -> Sum:
    """Return how one group's options add up to those who answered."""
    parts = tuple(f"{name}/{option}" for option in totals.options)
    return Sum(name, parts, or_more=not totals.adds_up)


def _holds(totals: Totals, shown: Sequence[Shown], rule: Rule) -> bool:
    """Say whether totals and breakdowns together narrow no hidden count."""
    left = tighten(*_known(totals, shown, rule))
    rows = [("all", totals.options, totals.cells)]
    for breakdown in shown:
        rows.extend(
            (breakdown.name(keys), totals.options, tuple(cells))
            for keys, cells in breakdown.cells.items()
        )
        if own := breakdown.wanted.own:
            rows.append((_own(breakdown), own.totals.options, own.totals.cells))
    return all(
        hides_well(cells, [left[f"{name}/{option}"] for option in options], rule)
        for name, options, cells in rows
    )


def tell_breakdowns(
    totals: Totals, wanted: Sequence[Wanted], rule: Rule
) -> list[BreakdownTable]:
    """Return each declared breakdown of one question as it may be told.

    In shares first, then in words; not at all when a hidden count could still be
    worked out from the totals and the breakdowns let through before it, or when how
    many of a group answered tells of another question.
    """
    through: list[Shown] = []
    tables: list[BreakdownTable] = []
    for one in wanted:
        if not one.groups:
            tables.append({"by": one.by, "why": TOO_SMALL, "groups": []})
            continue
        shown = None
        if not one.base_tells:
            shown = _first_that_holds(totals, through, one, rule)
        if shown is None:
            tables.append({"by": one.by, "why": DERIVABLE, "groups": []})
            continue
        through.append(shown)
        tables.append(_table(totals, shown))
    return tables


def _first_that_holds(
    totals: Totals, through: Sequence[Shown], wanted: Wanted, rule: Rule
) -> Shown | None:
    """Return the breakdown in shares, or in words, or None.

    Where groups are told by a question of their own, what it hides may be all that
    keeps a merged group's size from telling of a part: that size is then not told.
    """
    for blurred in (False, True):
        for hushed in (False, True) if wanted.own else (False,):
            shown = _shown(wanted, rule, blurred=blurred, hushed=hushed)
            if _holds(totals, [*through, shown], rule):
                return shown
    return None


def _shown(wanted: Wanted, rule: Rule, *, blurred: bool, hushed: bool) -> Shown:
    """Return one breakdown in shares or blurred; merged groups' sizes told or hushed."""
    groups = wanted.groups
    return Shown(
        wanted,
        {
            keys: NOT_SHOWN
            if hushed and len(keys) > 1
            else protect_count(row.answered, rule)
            for keys, row in groups.items()
        },
        {keys: _told_group(row, rule, blurred=blurred) for keys, row in groups.items()},
    )


def _table(totals: Totals, shown: Shown) -> BreakdownTable:
    """Return one breakdown as it travels in a release."""
    groups: list[GroupRow] = [
        {
            "keys": list(keys),
            "answered": shown.bases[keys].figure(),
            "cells": [
                _cell(option, told)
                for option, told in zip(totals.options, shown.cells[keys], strict=True)
            ],
        }
        for keys in shown.wanted.groups
    ]
    return {"by": shown.wanted.by, "why": "", "groups": groups}


def _cell(option: str, told: Told) -> Cell:
    """Return one group's share of one option."""
    value = told.count if told.percent is None else told.percent
    return {"option": option, "told": value.figure(), "share": value.share}

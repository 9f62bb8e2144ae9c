"""The packed rows of responses, and how many of them are in each cell of a sheet."""

from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any, NamedTuple

from surveys.logic.groups import BY_QUESTION, COLUMNS, group_of
from surveys.logic.packing import Field, layout_of
from surveys.logic.tallying import Cells, added, how_many, tally
from surveys.models import Edition, Response
from surveys.models.count_sheet import BY_INVITATION

CHUNK = 50_000
TOGETHER = ""
# What the groups of a row are read from, in their order.
OF_A_ROW = {**COLUMNS, BY_INVITATION: "invitation"}


class Row(NamedTuple):
    """What is counted of a response."""

    packed: bytes
    groups: tuple[str | int, ...]


def tallied(breakdown: str, layout: tuple[Field, ...], rows: list[Row]) -> Cells:
    """Return the cells of rows by one breakdown; by way in, no more than how many."""
    groups = _groups(breakdown, layout, rows)
    if breakdown == BY_INVITATION:
        return how_many(groups)
    return tally([row.packed for row in rows], groups, layout)


def _groups(breakdown: str, layout: tuple[Field, ...], rows: list[Row]) -> list[str]:
    """Return the group of each row by one breakdown."""
    if breakdown == TOGETHER:
        return [""] * len(rows)
    if breakdown in OF_A_ROW:
        place = list(OF_A_ROW).index(breakdown)
        return [str(row.groups[place]) for row in rows]
    key = breakdown.removeprefix(BY_QUESTION)
    field = next(one for one in layout if one.key == key)
    return [group_of(row.packed, field) for row in rows]


def cells_of(edition: Edition, breakdowns: list[str]) -> tuple[dict[str, Cells], int]:
    """Return the cells of an edition's packed rows by breakdown, and how many rows."""
    rows = (
        Row(bytes(packed), tuple(groups))
        for packed, *groups in on_sheets(edition, "packed")
    )
    return counted(rows, layout_of(edition.definition["questions"]), breakdowns)


def on_sheets(edition: Edition, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Yield these columns of every packed response of an edition, then its groups'."""
    return (
        Response.objects.filter(edition=edition, packed__isnull=False)
        .order_by()
        .values_list(*columns, *OF_A_ROW.values())
        .iterator(chunk_size=CHUNK)
    )


def counted(
    rows: Iterable[Row], layout: tuple[Field, ...], breakdowns: list[str]
) -> tuple[dict[str, Cells], int]:
    """Return the cells of rows by breakdown, and how many rows; many at a time."""
    cells: dict[str, Cells] = {name: {} for name in breakdowns}
    count = 0
    for some in map(list, batched(rows, CHUNK)):
        count += len(some)
        for name in breakdowns:
            cells[name] = added(cells[name], tallied(name, layout, some))
    return cells, count

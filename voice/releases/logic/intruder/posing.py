"""From everything told to one problem a question, a theme, and what is told beside."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from voice.releases.logic.attack import Bounds
from voice.releases.logic.intruder.knowing import Crowd, Kind
from voice.releases.logic.intruder.problem import Line, Place, Problem
from voice.releases.logic.intruder.telling import (
    Dialect,
    Reader,
    rule_of,
)
from voice.releases.logic.intruder.told import UNTOLD, Table
from voice.releases.logic.protected import Code
from voice.releases.logic.rule import FIGURES_FROM
from voice.releases.logic.tables import (
    Figure,
)

HIDES = frozenset({Code.FEWER_THAN.value, Code.NEARLY_ALL.value})
# Nobody is known of a release from elsewhere: any number may have been in it.
ANY_NUMBER = 10**6


@dataclass(frozen=True, slots=True)
class Row:
    """One told row of one table: its group, and what was told of each option."""

    table: Table
    by: str
    keys: tuple[str, ...]
    answered: Figure
    told: Mapping[str, Figure]

    @property
    def number(self) -> int:
        """Return which release told it."""
        return self.table.seen.number

    def holds(self, kind: Kind, by: Sequence[str]) -> bool:
        """Say whether people of this kind are in it."""
        if self.number not in kind.releases:
            return False
        return not self.by or kind.groups[by.index(self.by)] in self.keys


def _rows(table: Table, by: Sequence[str] | None) -> Iterator[Row]:
    """Yield the told rows of a table; only those `by` breakdowns that are known."""
    cells = dict(zip(table.options, table.cells, strict=True))
    yield Row(table, "", (), table.answered, cells)
    for breakdown in table.breakdowns:
        if by is not None and breakdown["by"] not in by:
            continue
        for group in breakdown["groups"]:
            told = {
                cell["option"]: cell["told"]
                for cell in group["cells"]
                if cell["option"] in table.options
            }
            keys = tuple(group["keys"])
            yield Row(table, breakdown["by"], keys, group["answered"], told)


def problem_of(
    tables: Sequence[Table], crowd: Crowd | None, led: Sequence[Table] = ()
) -> Problem:
    """Return what is to be solved of tables of one question or theme, the newest last.

    Of the tables `led` to by its answers, how many answered is used. Without a crowd
    nothing is known but what is told. Raises Unreadable.
    """
    newest = tables[-1]
    by = crowd.by if crowd else None
    rows = [row for table in tables for row in _rows(table, by)]
    rows += [row for table in led for row in _rows(table, by) if _tells_base(row)]
    leads = crowd.leads.get(newest.key, {}) if crowd else {}
    alike = _alike(newest, crowd, rows) if crowd else {}
    sizes = tuple(alike.values())
    lines = tuple(
        _line(
            row,
            newest.options,
            tuple(at for at, places in enumerate(alike) if place in places),
            sizes,
            known=crowd is not None,
            leads=leads.get(row.table.key, frozenset())
            if row.table.key != newest.key
            else None,
        )
        for place, row in enumerate(rows)
    )
    return Problem(
        kind=newest.kind,
        key=newest.key,
        options=newest.options,
        about=_about(newest),
        adds_up=newest.adds_up,
        sizes=sizes,
        lines=lines,
    )


def _tells_base(row: Row) -> bool:
    """Say whether a row tells how many answered."""
    return row.answered["code"] in {Code.COUNT, Code.FEWER_THAN}


def _about(table: Table) -> tuple[int, ...]:
    """Return the places of the options that tell something of somebody."""
    if table.kind == "theme":
        return (0,)
    places = tuple(range(len(table.options)))
    return places[1:-1] if table.kind == "apart" else places


def _alike(
    newest: Table, crowd: Crowd, rows: Sequence[Row]
) -> dict[frozenset[int], Bounds]:
    """Return how many people are in the same told rows, by those rows' places."""
    alike: dict[frozenset[int], Bounds] = {}
    for kind, size in _sizes(newest, crowd).items():
        places = frozenset(
            at for at, row in enumerate(rows) if row.holds(kind, crowd.by)
        )
        if places:
            before = alike.get(places, Bounds(0, 0))
            alike[places] = Bounds(before.low + size.low, before.high + size.high)
    return alike


def _sizes(newest: Table, crowd: Crowd) -> dict[Kind, Bounds]:
    """Return how many of each kind answered, as far as that is known."""
    if newest.kind == "theme":
        return {kind: Bounds(size, size) for kind, size in crowd.wrote.items()}
    asked = crowd.took_part.get(newest.key, {})
    if newest.kind == "apart":
        return {kind: Bounds(size, size) for kind, size in asked.items()}
    if newest.key in crowd.routed:
        return {kind: Bounds(0, size) for kind, size in asked.items()}
    answered = crowd.answered.get(newest.key, {})
    return {kind: Bounds(size, size) for kind, size in answered.items()}


def _line(
    row: Row,
    options: Sequence[str],
    people: tuple[int, ...],
    sizes: Sequence[Bounds],
    *,
    known: bool,
    leads: Collection[str] | None = None,
) -> Line:
    """Return one told row as bounds; raises Unreadable.

    With `leads` it is a row of another question, which these options lead to.
    """
    table = row.table
    reader = Reader(rule_of(table.seen.tables["rule"]))
    gone = table.seen.gone if known else _most(row, reader)
    base = Bounds(
        sum(sizes[one].low for one in people) if leads is None else 0,
        sum(sizes[one].high for one in people) + gone,
    )
    if _tells_base(row):
        base = base.both(reader.count(row.answered))
    if base.low > base.high:
        raise DoesNotFit(row.number)
    place = Place(row.number, table.kind, table.key, row.by)
    if leads is not None:
        led_by = tuple(at for at, option in enumerate(options) if option in leads)
        return Line(place, row.keys, people, gone, base, (), (), led_by)
    dialect = Dialect.SHARES if row.by else table.dialect
    cells = [
        _cell(row.told.get(option), base, reader, dialect, row.table.least * (not at))
        for at, option in enumerate(options)
    ]
    return Line(
        place=place,
        group=row.keys,
        people=people,
        gone=gone,
        base=base,
        cells=tuple(cells),
        hides=tuple(
            option in row.told and row.told[option]["code"] in HIDES
            for option in options
        ),
    )


def _most(row: Row, reader: Reader) -> int:
    """Return how many can be in a row of whose people nothing is known."""
    if _tells_base(row):
        return reader.count(row.answered).high
    words = row.table.seen.tables["kind"] == "words_only"
    return FIGURES_FROM - 1 if words else ANY_NUMBER


def _cell(
    told: Figure | None, base: Bounds, reader: Reader, dialect: Dialect, least: int
) -> Bounds | None:
    """Return what a cell can stand for; None where nothing was told."""
    if told is None or told["code"] in UNTOLD:
        return Bounds(least, base.high) if least and base.high else None
    if base.high - base.low > ANY_NUMBER // 2:
        return None
    return reader.cell(told, base, dialect)


class DoesNotFit(ValueError):
    """A row was told of other people than those who are known."""

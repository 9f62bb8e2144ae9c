"""Figures that add up with no other: each is looked at by itself."""

from collections.abc import Iterator

from voice.releases.logic.intruder.findings import Exposed
from voice.releases.logic.intruder.knowing import Seen
from voice.releases.logic.intruder.problem import Place
from voice.releases.logic.intruder.telling import Reader, rule_of
from voice.releases.logic.protected import Code
from voice.releases.logic.rule import LOWEST_THRESHOLD
from voice.releases.logic.tables import Figure

COUNTS = frozenset({Code.COUNT.value, Code.FEWER_THAN.value})


def lone_figures(seen: Seen) -> tuple[int, list[Exposed]]:
    """Return how many there are, and those that tell a small count to the last person."""
    reader = Reader(rule_of(seen.tables["rule"]))
    told = list(_told(seen))
    exposed = []
    for kind, key, figure in told:
        if figure["code"] in COUNTS:
            low, high = reader.count(figure)
            if low == high < LOWEST_THRESHOLD:
                place = Place(seen.number, kind, key)
                exposed.append(Exposed(place, (), "", (place,)))
    return len(told), exposed


def _told(seen: Seen) -> Iterator[tuple[str, str, Figure]]:
    """Yield every figure that stands alone, with what it belongs to."""
    tables = seen.tables
    yield "reach", "answered", tables["reach"]["answered"]
    yield "reach", "asked", tables["reach"]["asked"]
    yield "wrote", "", tables["wrote"]
    for row in tables.get("withheld", []):
        yield "withheld", row["reason"], row["count"]
    if aside := tables.get("set_aside"):
        yield "set_aside", "", aside

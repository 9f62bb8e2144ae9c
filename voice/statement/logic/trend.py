"""Where the readings of a measure stand in a small chart, and whether they near the goal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from voice.statement.enums import Direction
from voice.statement.logic.measured import is_better, is_reached, numbers_of

WIDTH, HEIGHT, EDGE = 100.0, 40.0, 4.0
# The start has no day of its own: it stands a step before the first reading.
FIRST_READING_AT = 18.0
Dated = tuple[date, str]


class Movement(Enum):
    """What the newest reading says beside the start and the goal."""

    REACHED = auto()
    BETTER = auto()
    SAME = auto()
    WORSE = auto()
    UNREAD = auto()
    NOT_NUMBERS = auto()


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the chart, from its upper corner at the beginning."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Trend:
    """The readings of one measure, oldest first; `points` begin with the start.

    Without points nothing can be drawn: too little was read, or not in numbers.
    """

    movement: Movement
    points: tuple[Point, ...] = ()
    goal_y: float | None = None

    @property
    def line(self) -> str:
        """Return the points from the first reading on, as SVG writes them."""
        return _path(self.points[1:])

    @property
    def from_start(self) -> str:
        """Return the step from the start to the first reading, as SVG writes it."""
        return _path(self.points[:2])


def movement_of(
    start: str, readings: Sequence[str], goal: str, direction: Direction | str
) -> Movement:
    """Return what the last of `readings` (oldest first) says beside start and goal."""
    if not readings:
        return Movement.UNREAD
    before, now, wanted = numbers_of([start, readings[-1], goal])
    if before is None or now is None:
        return Movement.NOT_NUMBERS
    if wanted is not None and is_reached(now, wanted, direction):
        return Movement.REACHED
    better = is_better(before, now, direction)
    if better is None:
        return Movement.SAME
    return Movement.BETTER if better else Movement.WORSE


def trend_of(
    start: str, readings: Sequence[Dated], goal: str, direction: Direction | str
) -> Trend:
    """Return the chart of a measure; `readings` are dated, the oldest first."""
    movement = movement_of(start, [value for _on, value in readings], goal, direction)
    *values, wanted = numbers_of([start, *(value for _on, value in readings), goal])
    known = [value for value in values if value is not None]
    if not readings or len(known) < len(values):
        return Trend(movement)
    scale = _Scale([*known, *([] if wanted is None else [wanted])])
    across = [0.0, *_across([on for on, _value in readings])]
    return Trend(
        movement,
        tuple(
            Point(x, scale.at(value)) for x, value in zip(across, known, strict=True)
        ),
        None if wanted is None else scale.at(wanted),
    )


class _Scale:
    """Puts the lowest number at the foot of the chart and the highest at its head."""

    def __init__(self, numbers: Sequence[float]) -> None:
        self.low, self.high = min(numbers), max(numbers)

    def at(self, number: float) -> float:
        """Return how far from the head a number stands."""
        if self.high == self.low:
            return HEIGHT / 2
        part = (number - self.low) / (self.high - self.low)
        return round(HEIGHT - EDGE - part * (HEIGHT - 2 * EDGE), 2)


def _across(days: Sequence[date]) -> list[float]:
    """Return where each day stands between the first reading and the end."""
    first, last = days[0], days[-1]
    if first == last:
        return [WIDTH - EDGE] * len(days)
    span = WIDTH - EDGE - FIRST_READING_AT
    return [
        round(FIRST_READING_AT + span * (day - first).days / (last - first).days, 2)
        for day in days
    ]


def _path(points: Sequence[Point]) -> str:
    """Return points as SVG writes a line."""
    return " ".join(f"{point.x:g},{point.y:g}" for point in points)

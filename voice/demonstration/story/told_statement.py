"""The shape in which the Statement of Action is told."""

from typing import NamedTuple

from voice.statement.enums import ActionStatus, Direction, Stance


class ToldMeasure(NamedTuple):
    """A measure: what, start, readings as (day, value), goal, and which way is better."""

    title: str
    baseline: str
    readings: tuple[tuple[int, str], ...]
    target: str
    direction: Direction = Direction.MORE


class ToldAction(NamedTuple):
    """An action; `key` is how promises name it, `owned` gives it to the owner who signs in.

    `said` is the day of its last update; `grouped` puts it into the task group.
    """

    key: str
    title: str
    owner_title: str
    due: int | None
    status: ActionStatus
    reason: str = ""
    note: str = ""
    measure: ToldMeasure | None = None
    owned: bool = False
    said: int = -20
    grouped: bool = False
    themes: tuple[tuple[str, str, Stance], ...] = ()
    quotes: tuple[tuple[str, str], ...] = ()


class ToldArea(NamedTuple):
    """An area for improvement.

    `source` is an inspection, the number of its recommendation, and the day of its
    report, counted as all days of the story; None when it is the council's own idea.
    """

    number: str
    title: str
    source: tuple[str, str, int] | None
    actions: tuple[ToldAction, ...]


class ToldKeyTheme(NamedTuple):
    """A key theme, its areas, and evidence that bears on the whole of it."""

    number: int
    title: str
    areas: tuple[ToldArea, ...]
    themes: tuple[tuple[str, str, Stance], ...] = ()
    results: tuple[tuple[str, str, str, Stance], ...] = ()

"""The motivated intruder's attack on a release and on all that was told before it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic

from voice.releases.logic.intruder.findings import Exposed, Findings, Interval, Pin
from voice.releases.logic.intruder.healing import Hidden, all_certain, tables_to_hide
from voice.releases.logic.intruder.knowing import Crowd, Seen
from voice.releases.logic.intruder.lone import lone_figures
from voice.releases.logic.intruder.posing import DoesNotFit, problem_of
from voice.releases.logic.intruder.problem import Place, Problem
from voice.releases.logic.intruder.solving import (
    Candidate,
    Clock,
    Contradiction,
    Programme,
    RanOut,
    hidden_cells,
)
from voice.releases.logic.intruder.telling import Unreadable
from voice.releases.logic.intruder.told import Table, led_to, links, tables_in

NO_ANSWERS = (Contradiction, DoesNotFit, Unreadable)


@dataclass(slots=True)
class _Attack:
    """One attack under way."""

    clock: Clock
    with_intervals: bool
    later: bool
    figures: int = 0
    problems: int = 0
    pins: list[Pin] = field(default_factory=list)
    exposed: list[Exposed] = field(default_factory=list)
    intervals: list[Interval] = field(default_factory=list)
    changed: list[Place] = field(default_factory=list)
    unread: list[Place] = field(default_factory=list)
    at: Place | None = None


def attack(
    seen: Sequence[Seen],
    crowd: Crowd | None,
    *,
    seconds: float,
    with_intervals: bool = False,
    later: bool = False,
) -> Findings:
    """Return what somebody can work out of the newest release, the last of `seen`.

    They know the crowd, how each value is made, and all releases before. Without a
    crowd they know only what was told. Nothing is raised: what runs out of time, or
    cannot be explained by any answers, is said in the findings, which do not hold then.
    `later`: the crowd is looked at some time after the release was made, so what does
    not fit it is tried once more without it.
    """
    started = monotonic()
    under_way = _Attack(Clock.of(seconds), with_intervals, later)
    ran_out = False
    try:
        _each_table(under_way, seen, crowd)
    except RanOut:
        ran_out = True
    return Findings(
        figures=under_way.figures,
        problems=under_way.problems,
        seconds=monotonic() - started,
        pins=under_way.pins,
        exposed=under_way.exposed,
        intervals=under_way.intervals,
        changed=under_way.changed,
        unread=under_way.unread,
        ran_out_at=under_way.at if ran_out else None,
    )


def _each_table(under_way: _Attack, seen: Sequence[Seen], crowd: Crowd | None) -> None:
    """Attack every question, theme and row of the newest release; raises RanOut."""
    *before, newest = seen
    earlier = [table for one in before for table in tables_in(one)]
    now = list(tables_in(newest))
    for table in now:
        together = [*(links(earlier, table) if crowd else []), table]
        led = (
            led_to([*earlier, *now], table, crowd.leads.get(table.key, ()))
            if crowd
            else []
        )
        under_way.at = table.place
        if not _tried(under_way, together, crowd, led=led):
            alone = _tried_alone(under_way, table, crowd, before=together[:-1])
            (under_way.changed if alone else under_way.unread).append(table.place)
    figures, exposed = lone_figures(newest)
    under_way.figures += figures
    under_way.exposed += exposed


def _tried(
    under_way: _Attack,
    tables: Sequence[Table],
    crowd: Crowd | None,
    *,
    led: Sequence[Table] = (),
) -> bool:
    """Attack one question or theme; say whether some answers explain what was told.

    `led` are tables of other questions that were asked because of an answer to this.
    """
    try:
        problem = problem_of(tables, crowd, led)
        _solve(under_way, problem)
    except NO_ANSWERS:
        return False
    return True


def _tried_alone(
    under_way: _Attack,
    table: Table,
    crowd: Crowd | None,
    *,
    before: Sequence[Table],
) -> bool:
    """Attack what does not fit everything known with less of it; say whether it fits.

    Answers that were changed, or read otherwise, since an earlier release no longer
    explain its figures: nor can an intruder count on them.
    """
    if before and _tried(under_way, [table], crowd):
        return True
    return under_way.later and crowd is not None and _tried(under_way, [table], None)


def _solve(under_way: _Attack, problem: Problem) -> None:
    """Work out one problem, and write down what is certain; raises as the solver does.

    What earlier releases give away by themselves is not laid to the newest.
    """
    programme = Programme(problem, under_way.clock)
    found = all_certain(programme)
    under_way.figures += problem.figures
    under_way.problems += 1
    if under_way.with_intervals:
        under_way.intervals += _intervals(programme)
    if found:
        hide, added = tables_to_hide(problem, found, under_way.clock)
        under_way.pins += [_pin(problem, one, hide) for one in added.of_people]
        under_way.exposed += [_exposed(problem, one, hide) for one in added.of_cells]


def _pin(problem: Problem, one: Candidate, hide: tuple[Place, ...]) -> Pin:
    """Return what is certain of some people."""
    return Pin(
        kind=problem.kind,
        key=problem.key,
        option=problem.options[one.option],
        sure=one.sure,
        people=problem.sizes[one.people].high,
        hide=hide,
    )


def _exposed(problem: Problem, at: Hidden, hide: tuple[Place, ...]) -> Exposed:
    """Return which hidden cell is known."""
    place, group, option = at
    return Exposed(place, group, problem.options[option], hide)


def _intervals(programme: Programme) -> list[Interval]:
    """Return what each hidden cell can stand for; raises RanOut."""
    problem = programme.problem
    return [
        Interval(
            problem.lines[line].place,
            problem.lines[line].group,
            problem.options[option],
            programme.interval(programme.cell(line, option)),
        )
        for line, option in hidden_cells(problem)
    ]

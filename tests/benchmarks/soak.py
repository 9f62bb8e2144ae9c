"""Two hours of requests, with memory looked at: python -m tests.benchmarks.soak.

As many requests as the demonstration's pace makes in two hours, 43 a second, come as
quick as the house answers them: children answer twenty questions and finish, staff read
their pages. Beside gunicorn run the three processes that a council runs; of each, what it
keeps in memory is taken at even steps (tests.benchmarks.memory says what is flat). In the
end whoever was thanked is looked for. --requests and --minutes make it shorter.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from tests.benchmarks.crowd import COMMENTS, Crowd, part
from tests.benchmarks.memory import (
    BOUND,
    Sample,
    children_of,
    growth,
    is_flat,
    kept_by,
    later_half,
)
from tests.benchmarks.rows import Row, tell
from tests.benchmarks.serving import HOUSE, Served, databases, said, served
from tests.faults.post import Post

DATABASES = ("SQLite", "PostgreSQL")
TWO_HOURS = 43 * 2 * 60 * 60
STEPS = 120
THREADS = 8
SLOWEST = 1_000
GROUND = ("-m", "tests.benchmarks.soak_ground")
WEB = "web processes together"
BEHIND = {
    "db_worker": ("db_worker", "--verbosity=0"),
    "keep_counting": ("keep_counting",),
    "seal_audit": ("seal_audit", "--loop", "10"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """How much of it there is to be."""

    requests: int
    minutes: float
    at_once: int


@dataclass(slots=True)
class Watch:
    """The memory of each process at each step."""

    gunicorn: int
    behind: dict[str, int]
    web: list[int] = field(init=False)
    kept: dict[str, list[Sample]] = field(default_factory=dict)
    ended: set[str] = field(default_factory=set)
    """Processes that are not those there were in the beginning."""

    def __post_init__(self) -> None:
        """Remember which processes serve."""
        self.web = children_of(self.gunicorn)

    def look(self, requests: int) -> None:
        """Take and print what each keeps after so many requests."""
        if children_of(self.gunicorn) != self.web:
            self.ended.add(WEB)
            self.web = children_of(self.gunicorn)
        now = {WEB: sum(map(kept_by, self.web))}
        for name, process in self.behind.items():
            try:
                now[name] = kept_by(process)
            except (OSError, ValueError):
                self.ended.add(name)
        for name, kept in now.items():
            self.kept.setdefault(name, []).append((requests, kept))
        figures = ", ".join(f"{name} {kept:.1f}" for name, kept in now.items())
        print(f"  after {requests:>7} requests, MB: {figures}", flush=True)


@contextmanager
def behind(around: dict[str, str]) -> Iterator[dict[str, int]]:
    """Run what a council runs beside gunicorn, while the block lasts; give their ids."""
    running = {
        name: subprocess.Popen(
            [sys.executable, "manage.py", *command],
            cwd=HOUSE,
            env=around,
            stdout=subprocess.DEVNULL,
        )
        for name, command in BEHIND.items()
    }
    try:
        yield {name: one.pid for name, one in running.items()}
    finally:
        for one in running.values():
            one.terminate()
        for one in running.values():
            one.wait()


def soak(house: Served, crowd: Crowd, watch: Watch, wanted: Wanted) -> float:
    """Let them come until it is enough, looking at each step; return the seconds."""
    began = time.monotonic()
    until = began + wanted.minutes * 60

    def is_enough() -> bool:
        return crowd.requests >= wanted.requests or time.monotonic() > until

    watch.look(0)
    step = max(1, wanted.requests // STEPS)
    with ThreadPoolExecutor(wanted.at_once) as door:
        coming = [door.submit(crowd.come, is_enough) for _ in range(wanted.at_once)]
        following = step
        while not all(one.done() for one in coming):
            time.sleep(0.1)
            if crowd.requests >= following:
                following = crowd.requests - crowd.requests % step + step
                watch.look(crowd.requests)
        for one in coming:
            one.result()
    return time.monotonic() - began


def tell_memory(watch: Watch) -> list[bool]:
    """Print and tell what each process kept; return whether each stayed flat.

    What could not be judged did not.
    """
    met = []
    for name, samples in watch.kept.items():
        flat = None if name in watch.ended else is_flat(samples)
        late = later_half(samples)
        grew = f"{growth(samples):+.1f} MB per 100,000 requests"
        verdict = {True: "", False: "", None: "; too few requests to judge it"}[flat]
        if name in watch.ended:
            verdict, flat = "; a process ended meanwhile", False
        figures = f"{samples[0][1]:.0f}, {late[0][1]:.0f}, {samples[-1][1]:.0f} MB"
        print(f"  {name}: {figures}; in the later half {grew}{verdict}")
        tell(
            Row(
                f"{name}: in the beginning, half way, in the end; later half",
                f"{figures}; {grew}{verdict}",
                goal=f"at most +{BOUND:.0f} MB per 100,000 requests",
                met=flat,
            )
        )
        met.append(flat is True)
    return met


def tell_times(crowd: Crowd) -> bool:
    """Print and tell how long a submit took; return whether it was quick."""
    fifth = len(crowd.submits) // 5 or 1
    first, last = crowd.submits[:fifth], crowd.submits[-fifth:]
    p95 = part(crowd.submits, 0.95)
    figures = (
        f"p50 {part(crowd.submits, 0.5):.0f} ms, p95 {p95:.0f} ms; p95 of the first "
        f"fifth {part(first, 0.95):.0f} ms, of the last {part(last, 0.95):.0f} ms"
    )
    pages = f"p50 {part(crowd.reads, 0.5):.0f} ms, p95 {part(crowd.reads, 0.95):.0f} ms"
    print(f"  to submit: {figures}\n  staff's pages: {pages}")
    goal = f"p95 under {SLOWEST} ms"
    tell(Row("to submit", figures, goal=goal, met=p95 < SLOWEST))
    tell(Row("a page of staff", pages))
    return p95 < SLOWEST


def tell_kept(house: Served, crowd: Crowd, post: Post) -> bool:
    """Print and tell what was acknowledged and what is there; return whether all is."""
    left = json.loads(said(*GROUND, "left", around=house.around))
    lost = crowd.thanked - left["finished"]
    comments = crowd.thanked * COMMENTS - left["comments"]
    refused = sum(n for status, n in crowd.told.items() if 400 <= status < 500)
    broken = sum(n for status, n in crowd.told.items() if status >= 500) + crowd.cut
    failed = left["tasks"].get("FAILED", 0)
    print(f"  {dict(crowd.told)}; pages not given: {dict(+crowd.refused)}")
    print(f"  in the database: {left}; letters {post.taken}")
    met = not (lost or comments or refused or broken or failed or +crowd.refused)
    met = met and crowd.thanked == crowd.children
    tell(
        Row(
            "thanked; responses and comments lost; refused, broken; tasks failed",
            f"{crowd.thanked}; {lost}, {comments}; {refused}, {broken}; {failed}",
            goal="all thanked, then 0",
            met=met,
        )
    )
    return met


def main() -> int:
    """Serve, soak, and tell; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.soak")
    requests, minutes = os.environ.get("REQUESTS"), os.environ.get("MINUTES")
    parser.add_argument("--requests", type=int, default=int(requests or TWO_HOURS))
    parser.add_argument("--minutes", type=float, default=float(minutes or math.inf))
    parser.add_argument("--web", type=int, default=2, help="web processes")
    parser.add_argument("--at-once", type=int, default=8)
    parser.add_argument("--database", choices=DATABASES, default="PostgreSQL")
    asked = parser.parse_args()
    wanted = Wanted(asked.requests, asked.minutes, asked.at_once)
    with ExitStack() as stack:
        urls = stack.enter_context(databases(asked.database))
        post = stack.enter_context(Post())
        beside = {
            "DJANGO_SETTINGS_MODULE": "tests.benchmarks.soak_settings",
            "MAIL_PORT": str(post.port),
        }
        serving = served(
            urls[asked.database], workers=asked.web, threads=THREADS, beside=beside
        )
        house = stack.enter_context(serving)
        crowd = Crowd(house, json.loads(said(*GROUND, around=house.around)))
        watch = Watch(house.process, stack.enter_context(behind(house.around)))
        seconds = soak(house, crowd, watch, wanted)
        what = (
            f"{crowd.requests:,} of {TWO_HOURS:,} requests: {crowd.children:,} children, "
            f"{crowd.rounds} rounds of staff; {asked.web} web processes of {THREADS} "
            f"threads on {asked.database}, {asked.at_once} at once"
        )
        pace = f"{seconds / 60:.1f} min, {crowd.requests / seconds:.0f} a second"
        print(f"  {what}; {pace}")
        tell(Row(what, pace))
        met = [tell_kept(house, crowd, post), tell_times(crowd), *tell_memory(watch)]
    print("  Every goal is met." if all(met) else "  A goal is missed, or not judged.")
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())

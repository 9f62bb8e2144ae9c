"""Requests to gunicorn, beside Wagtail's form: python -m tests.benchmarks.requests.

CPU of gunicorn's own processes (the database's is its own affair) and time until the
reply, on SQLite and on PostgreSQL, in turns. A comment is put in the readers' and the
screening queue, as in production; screening is done by another process.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.assembly import Phone
from tests.benchmarks.questions import wagtail_answers
from tests.benchmarks.serving import Served, databases, served

ROUNDS = int(os.environ.get("ROUNDS", "9"))
PAGES = 20
GOALS = {"show": 1 / 8, "submit": 1 / 3}


def cpu_seconds(gunicorn: int) -> float:
    """Return the CPU that gunicorn and its workers have taken, to the nanosecond.

    The scheduler's own account of each thread: clock ticks of 10 ms are as long as
    five requests.
    """
    children = Path(f"/proc/{gunicorn}/task/{gunicorn}/children").read_text().split()
    taken = 0
    for process in (str(gunicorn), *children):
        for thread in Path(f"/proc/{process}/task").iterdir():
            taken += int((thread / "schedstat").read_text().split()[0])
    return taken / 1e9


def measured(house: Served, work: Callable[[], int]) -> tuple[float, float]:
    """Return the CPU and the time of one request, in ms; `work` says how many it made."""
    cpu, began = cpu_seconds(house.process), time.perf_counter()
    requests = work()
    took = time.perf_counter() - began
    return (
        (cpu_seconds(house.process) - cpu) * 1000 / requests,
        took * 1000 / requests,
    )


class Works:
    """What is measured: each does some requests and returns how many."""

    def __init__(self, house: Served) -> None:
        self.house = house
        self.theirs = Phone(house)
        self.sent = wagtail_answers(house.names)
        self.new()

    def new(self) -> None:
        """Begin on a new phone, that has answered nothing."""
        self.ours = Phone(self.house)
        self.ours.start()

    def show(self) -> int:
        """Show each of our twenty pages, before anything is answered."""
        for number in range(1, PAGES + 1):
            self.ours.ask(f"/s/{number}/")
        return PAGES

    def submit(self) -> int:
        """Submit each of our twenty pages without script."""
        for number in range(PAGES):
            self.ours.send(number, script=False)
        return PAGES

    def submit_with_script(self) -> int:
        """Submit each of our twenty pages with script: the next comes with the reply."""
        for number in range(PAGES):
            self.ours.send(number)
        return PAGES

    def show_form(self) -> int:
        """Show Wagtail's page of all twenty."""
        for _ in range(PAGES):
            self.theirs.ask(self.house.form)
        return PAGES

    def submit_form(self) -> int:
        """Submit Wagtail's page of all twenty."""
        for _ in range(PAGES):
            token = {"csrfmiddlewaretoken": self.theirs.token}
            self.theirs.ask(self.house.form, self.sent | token)
        return PAGES


def report(house: Served) -> bool:
    """Print what each takes, and the ratios; return whether the goals are met."""
    works = Works(house)
    names = ("show", "show_form", "submit", "submit_form", "submit_with_script")
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    for turn in range(ROUNDS + 1):
        works.new()
        for name in names:
            if name == "submit_with_script":
                works.new()
            one = measured(house, getattr(works, name))
            if turn:
                taken[name].append(one)
    refused = [s for one in (works.ours, works.theirs) for s in one.told if s >= 400]
    cpu = {
        name: statistics.median(one[0] for one in all_) for name, all_ in taken.items()
    }
    ms = {
        name: statistics.median(one[1] for one in all_) for name, all_ in taken.items()
    }
    print(f"{'a request':<50}{'CPU ms':>8}{'ms':>8}")
    for name, said in (
        ("show", "Voice, show one of 20 questions"),
        ("show_form", "wagtail.contrib.forms, show all 20"),
        ("submit", "Voice, submit one of 20"),
        ("submit_with_script", "Voice, submit one and bring the next (script)"),
        ("submit_form", "wagtail.contrib.forms, submit all 20"),
    ):
        print(f"  {said:<48}{cpu[name]:>8.2f}{ms[name]:>8.2f}")
    met = [not refused]
    for name, goal in GOALS.items():
        ratio = cpu[name] / cpu[f"{name}_form"]
        print(f"  to {name}: ratio {ratio:.3f}, goal at most {goal:.3f}")
        met.append(ratio <= goal)
    both = cpu["submit_with_script"] / (cpu["submit_form"] + cpu["show_form"])
    print(f"  with script, of their two requests together: ratio {both:.3f}")
    return all(met)


def main() -> int:
    """Serve on SQLite and PostgreSQL and measure both; 1 when a goal is missed."""
    met = []
    with databases("SQLite", "PostgreSQL") as urls:
        for name, url in urls.items():
            print(f"\n{name}", flush=True)
            with served(url, workers=1) as house:
                met.append(report(house))
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())

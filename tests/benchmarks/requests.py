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
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks.assembly import Phone
from tests.benchmarks.questions import report_answers, wagtail_answers
from tests.benchmarks.reporting import NotToBeHad, Report, report_served
from tests.benchmarks.rows import Row, tell
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


def measured(house: Served | Report, work: Callable[[], int]) -> tuple[float, float]:
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


class WorksOfReport:
    """The same of django-survey-and-report."""

    def __init__(self, house: Report) -> None:
        self.house, self.phone = house, Phone(house)
        self.sent = report_answers(house.names)

    def show_report(self) -> int:
        """Show its page of all twenty."""
        for _ in range(PAGES):
            self.phone.ask(self.house.whole)
        return PAGES

    def submit_report(self) -> int:
        """Submit its page of all twenty."""
        for _ in range(PAGES):
            token = {"csrfmiddlewaretoken": self.phone.token}
            self.phone.ask(self.house.whole, self.sent | token)
        return PAGES


NAMES = ("show", "show_form", "submit", "submit_form", "submit_with_script")
NAMES_OF_REPORT = ("show_report", "submit_report")
type Taken = dict[str, list[tuple[float, float]]]


def in_turns(house: Served, beside: Report | None) -> tuple[Taken, bool]:
    """Return what each took, in turns, and whether all were answered as they should."""
    works = Works(house)
    others = WorksOfReport(beside) if beside else None
    taken: Taken = {name: [] for name in (*NAMES, *NAMES_OF_REPORT)}
    for turn in range(ROUNDS + 1):
        works.new()
        for name in NAMES:
            if name == "submit_with_script":
                works.new()
            one = measured(house, getattr(works, name))
            taken[name] += [one] if turn else []
        for name in NAMES_OF_REPORT if others and beside else ():
            one = measured(beside, getattr(others, name))
            taken[name] += [one] if turn else []
    phones = [works.ours, works.theirs, *([others.phone] if others else [])]
    return taken, not any(status >= 400 for one in phones for status in one.told)


def report(name: str, house: Served, beside: Report | None) -> bool:
    """Print what each takes, and the ratios; return whether the goals are met."""
    taken, were_answered = in_turns(house, beside)
    taken = {name: all_ for name, all_ in taken.items() if all_}
    cpu = {
        name: statistics.median(one[0] for one in all_) for name, all_ in taken.items()
    }
    ms = {
        name: statistics.median(one[1] for one in all_) for name, all_ in taken.items()
    }
    print(f"{'a request':<50}{'CPU ms':>8}{'ms':>8}")
    for verb, said in (
        ("show", "Voice, show one of 20 questions"),
        ("show_form", "wagtail.contrib.forms, show all 20"),
        ("submit", "Voice, submit one of 20"),
        ("submit_with_script", "Voice, submit one and bring the next (script)"),
        ("submit_form", "wagtail.contrib.forms, submit all 20"),
        ("show_report", "django-survey-and-report, show all 20"),
        ("submit_report", "django-survey-and-report, submit all 20"),
    ):
        if verb in cpu:
            print(f"  {said:<48}{cpu[verb]:>8.2f}{ms[verb]:>8.2f}")
    met = [were_answered]
    for verb, goal in GOALS.items():
        ratio = cpu[verb] / cpu[f"{verb}_form"]
        print(f"  to {verb}: ratio {ratio:.3f}, goal at most {goal:.3f}")
        met.append(ratio <= goal)
        theirs = cpu.get(f"{verb}_report")
        tell(
            Row(
                f"{name}: to {verb} one question of 20; theirs, all 20 (CPU)",
                f"{cpu[verb]:.2f} ms",
                form=f"{cpu[f'{verb}_form']:.2f} ms",
                report=f"{theirs:.2f} ms" if theirs else "",
                ratio=f"{ratio:.3f}"
                + (f"; {cpu[verb] / theirs:.3f}" if theirs else ""),
                goal=f"at most {goal:.3f} of wagtail.contrib.forms",
                met=ratio <= goal,
            )
        )
    both = cpu["submit_with_script"] / (cpu["submit_form"] + cpu["show_form"])
    print(f"  with script, of their two requests together: ratio {both:.3f}")
    return all(met)


def main() -> int:
    """Serve on SQLite and PostgreSQL and measure both; 1 when a goal is missed."""
    met = []
    with databases("SQLite", "PostgreSQL") as urls:
        for name, url in urls.items():
            print(f"\n{name}", flush=True)
            with served(url, workers=1) as house, ExitStack() as stack:
                beside = None
                try:
                    beside = stack.enter_context(report_served(url))
                except NotToBeHad as why:
                    print(f"  without django-survey-and-report: {why}")
                met.append(report(name, house, beside))
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())

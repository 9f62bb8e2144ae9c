"""Who comes to the house during a soak: children without end, and staff now and then."""

import time
from collections import Counter
from collections.abc import Callable
from http.client import HTTPException
from itertools import count
from threading import Lock

from tests.benchmarks.assembly import Phone
from tests.benchmarks.questions import KINDS
from tests.benchmarks.serving import Served

COMMENTS = KINDS.count("long_text") * 20 // len(KINDS)
# Every so many comings somebody of the staff reads their pages; every so many children
# one writes what those on duty are told of.
STAFF, WORRIES = 25, 250
WORRY = "I want to kill myself."


class Child(Phone):
    """A phone whose words are nobody else's."""

    def __init__(self, house: Served, number: int) -> None:
        super().__init__(house)
        self.number = number

    def answer_to(self, number: int) -> str | list[str]:
        """Return what is answered to the question of this number."""
        answer = super().answer_to(number)
        if KINDS[number % 5] != "long_text":
            return answer
        said = f"{answer} I am child {self.number}, and it is question {number}."
        worries = number == KINDS.index("long_text") and not self.number % WORRIES
        return f"{said} {WORRY}" if worries else said


class Crowd:
    """Children and staff of one soak, and what they were told."""

    def __init__(self, house: Served, staff: list) -> None:
        """Learn where the house is, and staff's cookies with the pages they read."""
        self.house, self.staff = house, staff
        self.numbers, self.lock = count(1), Lock()
        self.told: Counter[int] = Counter()
        self.refused: Counter[str] = Counter()
        self.submits: list[float] = []
        self.reads: list[float] = []
        self.children = self.thanked = self.rounds = self.cut = 0

    @property
    def requests(self) -> int:
        """Return how many requests were answered."""
        return self.told.total()

    def come(self, is_enough: Callable[[], bool]) -> None:
        """Come one after another, until it is enough."""
        while not is_enough():
            number = next(self.numbers)
            try:
                if number % STAFF:
                    self.answer(number)
                else:
                    self.read()
            except (HTTPException, OSError):
                with self.lock:
                    self.cut += 1

    def answer(self, number: int) -> None:
        """Answer everything as one child, and finish."""
        child = Child(self.house, number)
        child.walk()
        with self.lock:
            self.told += child.told
            self.submits += child.submits
            self.children += 1
            self.thanked += child.was_thanked

    def read(self) -> None:
        """Read the pages of staff, each of them once."""
        for cookies, addresses in self.staff:
            phone, took = Phone(self.house), []
            phone.cookies |= cookies
            refused: Counter[str] = Counter()
            for address in addresses:
                began, well = time.perf_counter(), phone.told[200]
                phone.ask(address)
                took.append(time.perf_counter() - began)
                refused[address] += phone.told[200] == well
            phone.line.close()
            with self.lock:
                self.told += phone.told
                self.reads += took
                self.refused += refused
        with self.lock:
            self.rounds += 1


def part(taken: list[float], share: float) -> float:
    """Return the milliseconds within which such a share of them ended; 0 of none."""
    kept = sorted(taken)
    return kept[int(len(kept) * share)] * 1000 if kept else 0.0

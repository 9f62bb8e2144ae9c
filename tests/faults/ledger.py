"""What each child was told is kept, written down by the children themselves.

As Jepsen tests databases: clients remember every acknowledgement, a nemesis breaks what
it can, and in the end what was acknowledged is looked for.
"""

import json
import math
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from itertools import count
from pathlib import Path
from threading import Lock

from tests.benchmarks.assembly import SCRIPT, Phone
from tests.benchmarks.questions import FIVE
from tests.benchmarks.serving import Served

HOUSE = Path(__file__).resolve().parents[2]
PAUSE = 0.25
# A phone waits so long for one reply, and a child so long until it is answered well.
HANGS_UP, PATIENCE = 60, 600
DONE = 200
HELP = "0800 1111"
THANKS = "Thank you"
# Of so many children one writes what those on duty must be told of.
WORRIES = 7
WORRY = "I want to kill myself."

Value = str | list[str]


@dataclass
class Entry:
    """One child's account: what was sent, what of it was acknowledged, and thanked."""

    child: str
    response: str = ""
    sent: dict[str, Value] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    was_thanked: bool = False


@dataclass
class Told:
    """What the children met on the way: replies by status, and pages unfit for them."""

    replies: Counter = field(default_factory=Counter)
    cut: int = 0
    kept: int = 0
    """Pages acknowledged; where more do so at once it may tell fewer, never none."""
    unkind: list[str] = field(default_factory=list)


def answers_of(number: int, seed: int) -> dict[str, Value]:
    """Return what child `number` answers: the words are nobody else's."""
    chance = random.Random(f"{seed}/{number}")
    return {
        "q0": chance.choice(FIVE),
        "q1": sorted(chance.sample(FIVE, 2)),
        "q2": str(chance.randint(1, 5)),
        "q3": str(chance.randint(0, 10)),
        "q4": f"child {number}: {chance.getrandbits(128):032x}"
        + (f" {WORRY}" if number % WORRIES == 0 else ""),
    }


class Child(Phone):
    """A phone that tries again until it is told that what it sent is kept."""

    def __init__(self, house: Served, entry: Entry, told: Told) -> None:
        super().__init__(house)
        self.line.timeout = HANGS_UP
        self.entry, self.said = entry, told

    def surely(self, address: str, fields: dict | None = None, **headers: str) -> str:
        """Ask until it is answered well; each refusal must be fit for a child."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            before = self.told.copy()
            try:
                text = self.ask(address, fields, **headers)
            except (OSError, HTTPException):
                self.said.cut += 1
                self.line.close()
                time.sleep(PAUSE)
                continue
            status = next(iter(self.told - before))
            self.said.replies[status] += 1
            if status < 400:
                return text
            if HELP not in text or THANKS in text:
                self.said.unkind.append(f"{status} at {address}: {text[:200]}")
            time.sleep(PAUSE)
        raise TimeoutError(f"{address} was never answered.")

    def walk(self) -> None:
        """Start, answer five questions, finish; write down each acknowledgement."""
        self.surely(self.link)
        began = {"language": "en", "age_band": "11-17", "agreement": "yes"}
        self.surely(self.link, began | {"csrfmiddlewaretoken": self.token})
        self.surely("/s/1/")
        self.entry.response = self.response
        for number, (key, value) in enumerate(self.entry.sent.items(), 1):
            page = {"question": key, "answer": value}
            text = self.surely(f"/s/{number}/", page | self.own(), **SCRIPT)
            if text.startswith("{"):
                self.entry.kept.add(key)
                self.said.kept += 1
        text = self.surely("/s/finish/", self.own(), **SCRIPT)
        self.entry.was_thanked = "/s/thanks/" in text
        self.line.close()

    def own(self) -> dict[str, str]:
        """Return what every form of this child's response carries."""
        return {"csrfmiddlewaretoken": self.token, "response": self.response}


def write(
    house: Served,
    children: int,
    *,
    seed: int,
    at_once: int,
    told: Told,
    is_enough: Callable[[], bool],
    minutes: float = math.inf,
) -> list[Entry]:
    """Let `children` answer, so many at once, and go on until it is enough.

    After so many `minutes` no more of them begin.

    Writes down what they were `told`, and prints it; returns the ledger. Raises
    AssertionError when a page was unfit for a child.
    """
    numbers, turn = count(), Lock()
    until = time.monotonic() + 60 * minutes

    def answer(_place: int) -> list[Entry]:
        """Be one child after another."""
        entries: list[Entry] = []
        while True:
            with turn:
                number = next(numbers)
            is_over = number >= children or time.monotonic() > until
            if is_over and is_enough():
                return entries
            entry = Entry(str(number), sent=answers_of(number, seed))
            Child(house, entry, told).walk()
            entries.append(entry)

    with ThreadPoolExecutor(at_once) as hall:
        ledger = [entry for own in hall.map(answer, range(at_once)) for entry in own]
    print(f"  replies {dict(sorted(told.replies.items()))}, lines cut {told.cut}")
    assert told.unkind == [], told.unkind[:3]
    return ledger


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far what is kept differs from the ledger; all four are 0 where nothing is."""

    lost: int
    doubled: int
    phantom: int
    corrupted: int


def compared(ledger: list[Entry], held: list[dict]) -> Verdict:
    """Return the verdict of a ledger on what the database holds of it."""
    rows = {row["id"]: row for row in held}
    written = {entry.response: entry for entry in ledger}
    lost = corrupted = phantom = 0
    for entry in ledger:
        row = rows.get(entry.response, {"answers": {}, "finished": False})
        lost += entry.was_thanked and not row["finished"]
        for key in entry.kept:
            there = row["answers"].get(key)
            lost += there is None
            corrupted += there is not None and there != entry.sent[key]
    for row in held:
        entry = written.get(row["id"])
        strange = {k: v for k, v in row["answers"].items() if not _sent(entry, k, v)}
        phantom += len(strange) if entry else bool(row["finished"] or row["answers"])
    whose = Counter(row["answers"].get("q4") for row in held if row["finished"])
    doubled = sum(times - 1 for words, times in whose.items() if words)
    return Verdict(lost, doubled, phantom, corrupted)


def _sent(entry: Entry | None, key: str, value: Value) -> bool:
    """Say whether this child sent this."""
    return entry is not None and entry.sent.get(key) == value


def held_by(house: Served) -> list[dict]:
    """Return every response of the database: id, finished, and answers by question."""
    told = _asked(house, "tests.faults.reading_back")
    return [json.loads(line) for line in told.splitlines()]


def settled(house: Served) -> tuple[dict[str, int], dict[str, int]]:
    """Let the work behind come to rest; return what of it is wrong, and what was done."""
    told = json.loads(_asked(house, "tests.faults.settling").splitlines()[-1])
    return told["wrong"], told["done"]


def _asked(house: Served, program: str) -> str:
    """Return what a program of ours says on this house's database."""
    done = subprocess.run(
        [sys.executable, "-m", program],
        cwd=HOUSE,
        env=house.around,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout

"""1,000 phones behind one address: python -m tests.benchmarks.assembly [--phones N].

They open the link and start within 60 seconds, spread as a hall does; in the next 60
each answers all twenty questions as script does, and finishes. Whoever was thanked is
looked for in the database. Then one device sends 2,000 pages as fast as it can: it is
throttled, and a phone beside it is not.
"""

import argparse
import os
import re
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

from tests.benchmarks.questions import ANSWERS, KINDS
from tests.benchmarks.rows import Row, tell
from tests.benchmarks.serving import Served, databases, served

DATABASES = ("SQLite", "PostgreSQL")
FLOOD = 2_000
SLOWEST = 1_000
SCRIPT = {"Accept": "application/json"}
HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|response)" value="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Hall:
    """How many phones come, and within how many seconds they open, and answer."""

    phones: int
    opening: int
    answering: int


class Phone:
    """A phone with its cookies, that counts what it was answered with."""

    def __init__(self, house: Served) -> None:
        self.line = HTTPConnection(urlsplit(house.home).netloc, timeout=120)
        self.link = house.link
        self.cookies: dict[str, str] = {}
        self.told: Counter[int] = Counter()
        self.token = self.response = ""
        self.submits: list[float] = []
        self.was_thanked = False

    def ask(self, address: str, fields: dict | None = None, **headers: str) -> str:
        """Send one request and return the reply's text."""
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = {"Cookie": kept, **headers}
        body = None
        if fields is not None:
            body = urlencode(fields, doseq=True)
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        method = "POST" if body else "GET"
        try:
            self.line.request(method, address, body, sent)
            reply = self.line.getresponse()
        except ConnectionError:
            # The server hung up on a line that was idle: a phone opens another.
            self.line.close()
            self.line.request(method, address, body, sent)
            reply = self.line.getresponse()
        text = reply.read().decode()
        self.told[reply.status] += 1
        for cookie in reply.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        if found := dict(HIDDEN.findall(text)):
            self.token = found["csrfmiddlewaretoken"]
            self.response = found.get("response", self.response)
        return text

    def start(self) -> None:
        """Open the link and press Start."""
        self.ask(self.link)
        began = {"language": "en", "age_band": "11-17", "agreement": "yes"}
        self.ask(self.link, began | {"csrfmiddlewaretoken": self.token})
        self.ask("/s/1/")

    def answer_to(self, number: int) -> str | list[str]:
        """Return what is answered to the question of this number."""
        return ANSWERS[KINDS[number % 5]]

    def send(self, number: int, *, script: bool = True) -> None:
        """Answer the question of this number."""
        fields = {
            "csrfmiddlewaretoken": self.token,
            "response": self.response,
            "question": f"q{number}",
            "answer": self.answer_to(number),
        }
        began = time.perf_counter()
        self.ask(f"/s/{number + 1}/", fields, **(SCRIPT if script else {}))
        self.submits.append(time.perf_counter() - began)

    def walk(self) -> None:
        """Start, answer everything, finish."""
        self.start()
        self.walk_on()

    def walk_on(self) -> None:
        """Answer everything, finish, and see whether there was a thank you."""
        for number in range(20):
            self.send(number)
        own = {"csrfmiddlewaretoken": self.token, "response": self.response}
        self.was_thanked = "/s/thanks/" in self.ask("/s/finish/", own, **SCRIPT)
        self.ask("/s/thanks/")
        self.line.close()


def assembly(house: Served, wanted: Hall) -> bool:
    """Let phones open, then answer; return whether nothing was refused, lost or slow."""
    gun = time.monotonic() + 1

    def arrive(number: int) -> tuple[Counter[int], list[float], bool]:
        share = number / wanted.phones
        phone = Phone(house)
        _wait_until(gun + wanted.opening * share)
        phone.start()
        _wait_until(gun + wanted.opening + wanted.answering * share)
        phone.walk_on()
        return phone.told, phone.submits, phone.was_thanked

    with ThreadPoolExecutor(wanted.phones) as hall:
        came = list(hall.map(arrive, range(wanted.phones)))
    seconds = time.monotonic() - gun
    told = sum((one for one, _, _ in came), Counter())
    submits = sorted(taken for _, all_, _ in came for taken in all_)
    thanked = sum(was for _, _, was in came)
    refused = sum(times for status, times in told.items() if status >= 400)
    lost = thanked - house.finished()
    p50, p95 = (submits[int(len(submits) * part)] * 1000 for part in (0.5, 0.95))
    print(
        f"  {wanted.phones} phones, {told.total()} requests in {seconds:.1f} s: "
        f"{dict(told)}; load {os.getloadavg()[0]:.1f}"
    )
    print(
        f"  thanked {thanked}, lost {lost}, refused {refused}, goals 0; "
        f"submit p50 {p50:.0f} ms, p95 {p95:.0f} ms, goal under {SLOWEST} ms"
    )
    met = not refused and not lost and thanked == wanted.phones and p95 < SLOWEST
    tell(
        Row(
            f"{wanted.phones} phones on {house.database.partition(':')[0]}",
            f"{thanked} thanked, {lost} lost, {refused} refused, p95 {p95:.0f} ms",
            goal=f"0 lost, 0 refused, p95 under {SLOWEST} ms",
            met=met,
        )
    )
    return met


def _wait_until(moment: float) -> None:
    """Wait, where the moment is still to come."""
    time.sleep(max(0.0, moment - time.monotonic()))


def flood(house: Served, pages: int) -> bool:
    """Send far too much from one device; return whether it alone is throttled."""
    script, child = Phone(house), Phone(house)
    script.start()
    for _ in range(pages):
        script.send(0)
    child.walk()
    passed = script.told[200]
    print(
        f"  one device sent {pages} pages: {passed} taken, {script.told[429]} refused"
    )
    print(f"  a phone beside it meanwhile: {dict(child.told)}")
    return script.told[429] > pages / 2 and not any(s >= 400 for s in child.told)


def main() -> int:
    """Serve on the databases wanted and try each; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.assembly")
    parser.add_argument("--phones", type=int, default=1_000)
    parser.add_argument("--opening", type=int, default=60, help="seconds")
    parser.add_argument("--answering", type=int, default=60, help="seconds")
    parser.add_argument("--flood", type=int, default=FLOOD, help="pages of one device")
    parser.add_argument("--database", choices=DATABASES, action="append")
    asked = parser.parse_args()
    wanted = Hall(asked.phones, asked.opening, asked.answering)
    met = []
    with databases(*(asked.database or DATABASES)) as urls:
        for name, url in urls.items():
            print(f"\n{name}", flush=True)
            with served(url) as house:
                met += [assembly(house, wanted), flood(house, asked.flood)]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())

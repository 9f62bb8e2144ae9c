"""300 phones behind one address within 60 seconds: python -m tests.benchmarks.assembly.

Each opens the link, starts, answers all twenty questions as script does, and finishes;
they begin spread over the first seconds, as a hall does. Then one device sends 2,000
pages as fast as it can: it is throttled, and a phone beside it is not.
"""

import re
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

from tests.benchmarks.questions import ANSWERS, KINDS
from tests.benchmarks.serving import Served, databases, served

PHONES = 300
WITHIN = 60
SPREAD = 20
FLOOD = 2_000
SCRIPT = {"Accept": "application/json"}
HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|response)" value="([^"]+)"')


class Phone:
    """A phone with its cookies, that counts what it was answered with."""

    def __init__(self, house: Served) -> None:
        self.line = HTTPConnection(urlsplit(house.home).netloc, timeout=120)
        self.link = house.link
        self.cookies: dict[str, str] = {}
        self.told: Counter[int] = Counter()
        self.token = self.response = ""

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

    def send(self, number: int, *, script: bool = True) -> None:
        """Answer the question of this number."""
        fields = {
            "csrfmiddlewaretoken": self.token,
            "response": self.response,
            "question": f"q{number}",
            "answer": ANSWERS[KINDS[number % 5]],
        }
        self.ask(f"/s/{number + 1}/", fields, **(SCRIPT if script else {}))

    def walk(self) -> None:
        """Start, answer everything, finish."""
        self.start()
        for number in range(20):
            self.send(number)
        own = {"csrfmiddlewaretoken": self.token, "response": self.response}
        self.ask("/s/finish/", own, **SCRIPT)
        self.ask("/s/thanks/")
        self.line.close()


def assembly(house: Served) -> bool:
    """Let 300 phones answer at once; return whether none was refused, in time."""

    def arrive(number: int) -> Counter[int]:
        time.sleep(SPREAD * number / PHONES)
        phone = Phone(house)
        phone.walk()
        return phone.told

    before = time.monotonic()
    with ThreadPoolExecutor(PHONES) as hall:
        told = sum(hall.map(arrive, range(PHONES)), Counter())
    seconds = time.monotonic() - before
    refused = sum(times for status, times in told.items() if status >= 400)
    print(
        f"  {PHONES} phones, {told.total()} requests in {seconds:.1f} s: {dict(told)}"
    )
    print(f"  refused: {refused}, goal 0; within {WITHIN} s")
    return refused == 0 and seconds <= WITHIN


def flood(house: Served) -> bool:
    """Send far too much from one device; return whether it alone is throttled."""
    script, child = Phone(house), Phone(house)
    script.start()
    for _ in range(FLOOD):
        script.send(0)
    child.walk()
    passed = script.told[200]
    print(
        f"  one device sent {FLOOD} pages: {passed} taken, {script.told[429]} refused"
    )
    print(f"  a phone beside it meanwhile: {dict(child.told)}")
    return script.told[429] > FLOOD / 2 and not any(s >= 400 for s in child.told)


def main() -> int:
    """Serve on PostgreSQL and SQLite and try both; 1 when a goal is missed."""
    met = []
    with databases("SQLite", "PostgreSQL") as urls:
        for name, url in urls.items():
            print(f"\n{name}", flush=True)
            with served(url) as house:
                met += [assembly(house), flood(house)]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())

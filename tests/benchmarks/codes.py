"""Measures whether a code's fate can be told by time: python -m tests.benchmarks.codes.

SECURITY.md, R18: of each kind of code that opens nothing, 2,000 are sent over loopback
in turns, in a new order each round, and each kind's times are laid beside those of
unknown codes: Mann–Whitney's p must be over 0.01 and the medians less than 1 ms apart.
Not a test: what a busy machine does must not fail anybody's change.
"""

import http.client
import logging
import math
import os
import random
import statistics
import sys
import threading
import time
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.settings"
django.setup()

from django.conf import settings  # noqa: E402 - Django must be set up first
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402

from tests.benchmarks.rows import Row, tell  # noqa: E402
from tests.factories.answering import open_survey_link  # noqa: E402
from tests.factories.codes import REFUSED_KINDS, refused_code  # noqa: E402

SAMPLES = int(os.environ.get("SAMPLES", "2000"))
WARM_UP = 50
USUAL = "unknown"
LEAST_P, MOST_MS = 0.01, 1.0


class Quiet(WSGIRequestHandler):
    """A handler that writes no line a request."""

    def log_message(self, *args):
        """Say nothing."""


def tokens(host):
    """Return the cookie and the field that a form needs, as a browser would have them."""
    line = http.client.HTTPConnection(*host)
    line.request("GET", "/c/")
    page = line.getresponse()
    body = page.read().decode()
    cookie = page.getheader("Set-Cookie").split(";")[0]
    field = body.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    return cookie, field


def timed(host, cookie, field, code):
    """Return how long one code took, in milliseconds, from request to last byte."""
    body = f"csrfmiddlewaretoken={field}&code={code}"
    headers = {
        "Cookie": cookie,
        "Content-Type": "application/x-www-form-urlencoded",
    }
    line = http.client.HTTPConnection(*host)
    line.connect()
    began = time.perf_counter()
    line.request("POST", "/c/", body, headers)
    page = line.getresponse()
    page.read()
    took = (time.perf_counter() - began) * 1000
    line.close()
    if page.status != 422:
        raise SystemExit(f"A code that opens nothing was answered {page.status}.")
    return took


def mann_whitney(one, other):
    """Return the two-sided p of Mann–Whitney's U, by the normal approximation."""
    both = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    ranks = sum(rank for rank, (_, which) in enumerate(both, 1) if which == 0)
    n, m = len(one), len(other)
    u = ranks - n * (n + 1) / 2
    deviation = math.sqrt(n * m * (n + m + 1) / 12)
    return math.erfc(abs(u - n * m / 2) / deviation / math.sqrt(2))


def measure(host, codes):
    """Return the times of each kind, taken in turns in a new order each round."""
    cookie, field = tokens(host)
    times = {kind: [] for kind in codes}
    for turn in range(WARM_UP + SAMPLES):
        kinds = list(codes)
        random.shuffle(kinds)
        for kind in kinds:
            took = timed(host, cookie, field, codes[kind])
            if turn >= WARM_UP:
                times[kind].append(took)
    return times


def report(times):
    """Print each kind beside unknown codes; return whether all keep the goal."""
    kept = True
    print(f"{SAMPLES} of each kind, in turns, against “{USUAL}”:")
    for kind, took in times.items():
        p = mann_whitney(took, times[USUAL]) if kind != USUAL else 1.0
        apart = statistics.median(took) - statistics.median(times[USUAL])
        good = p > LEAST_P and abs(apart) < MOST_MS
        kept &= good
        tell(
            Row(
                f"{kind}, beside “{USUAL}”",
                f"apart {apart:+.3f} ms, p {p:.3f}",
                goal=f"within {MOST_MS} ms, p over {LEAST_P}",
                met=good,
            )
        )
        print(
            f"  {kind:24} median {statistics.median(took):6.3f} ms"
            f"  apart {apart:+.3f} ms  p {p:.3f}  {'kept' if good else 'NOT KEPT'}"
        )
    return kept


def main():
    """Measure on a database of its own, and say whether R18 is kept."""
    setup_test_environment()
    # A line for each refused code would cost more than looking it up.
    logging.disable(logging.WARNING)
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    settings.WRONG_CODES_A_MINUTE = dict.fromkeys(settings.WRONG_CODES_A_MINUTE, 10**9)
    try:
        link = open_survey_link()
        codes = {kind: refused_code(kind, link) for kind in REFUSED_KINDS}
        # The second of unknown kinds says how far apart the same thing is by chance.
        codes["unknown again"] = refused_code(USUAL, link)
        server = make_server(
            "127.0.0.1", 0, get_wsgi_application(), handler_class=Quiet
        )
        threading.Thread(target=server.serve_forever, daemon=True).start()
        kept = report(measure(server.server_address, codes))
        server.shutdown()
    finally:
        connection.creation.destroy_test_db("", verbosity=0)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

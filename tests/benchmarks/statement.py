"""Prints what the board's and the statement's pages cost: python -m tests.benchmarks.statement.

A statement of six key themes, 38 areas, 120 actions and 2,000 pieces of evidence from ten
releases, beside one of two key themes, three areas, six actions and twenty pieces: the
queries and the time the server takes for each page, and how many times the one takes the
other's. On SQLite, or on what DATABASE_URL names.
"""

import os
import sys
import time

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.settings"
django.setup()

from django.core.cache import cache  # noqa: E402 - Django must be set up first
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402

from tests.benchmarks.rows import Row, tell  # noqa: E402
from tests.factories.accounts import UserFactory  # noqa: E402
from tests.factories.council import CouncilFactory  # noqa: E402
from tests.factories.plan import LARGE, SMALL, Plan  # noqa: E402
from voice.statement.models import Evidence  # noqa: E402

ROUNDS = int(os.environ.get("ROUNDS", "7"))
GOAL_MS = 300
GOAL_QUERIES = 20


def measured(client, address):
    """Return how often the server asks for a page, and its milliseconds at best."""
    client.get(address)
    cache.clear()
    with CaptureQueriesContext(connection) as told:
        page = client.get(address)
    assert page.status_code == 200, (address, page.status_code)
    asked, taken = len(told), []
    for _round in range(ROUNDS):
        cache.clear()
        before = time.perf_counter()
        client.get(address)
        taken.append((time.perf_counter() - before) * 1000)
    return asked, min(taken)


def signed_in():
    """Return a client for each room: a worker's, an owner's and a board member's."""
    people = {
        "worker": UserFactory(worker=True),
        "owner": UserFactory(owner=True),
        "board": UserFactory(board=True),
    }
    clients = {}
    for name, user in people.items():
        clients[name] = Client()
        clients[name].force_login(
            user, backend="django.contrib.auth.backends.ModelBackend"
        )
    return people, clients


def measure_all(plan, clients):
    """Return queries and milliseconds of each page of a plan, by its name."""
    found = {}
    for name, address in plan.pages().items():
        whose = "board" if name.startswith("board") else "worker"
        if name == "desk: my actions":
            whose = "owner"
        found[name] = measured(clients[whose], address)
    return found


def compare():
    """Measure both sizes and print them side by side; return the pages that missed."""
    people, clients = signed_in()
    given = {"worker": people["worker"], "owner": people["owner"]}
    small = measure_all(Plan(SMALL, **given), clients)
    large = measure_all(Plan(LARGE, **given), clients)
    print(f"\n{Evidence.objects.count():,} pieces of evidence in all")
    print(f"\n{'':<26}{'6 actions':>16}{'120 actions':>18}{'ratio':>8}")
    print(f"{'':<26}{'queries':>9}{'ms':>7}{'queries':>11}{'ms':>7}")
    missed = []
    for name, (asked, ms) in large.items():
        before, few = small[name]
        bad = asked >= GOAL_QUERIES or ms >= GOAL_MS
        missed += [name] if bad else []
        tell(
            Row(
                f"{name}; beside it, of 6 actions",
                f"{ms:.0f} ms, {asked} queries",
                beside=f"{few:.0f} ms, {before} queries",
                ratio=f"{ms / few:.1f}",
                goal=f"under {GOAL_MS} ms, {GOAL_QUERIES} queries",
                met=not bad,
            )
        )
        print(
            f"{name:<26}{before:>9}{few:>7.0f}{asked:>11}{ms:>7.0f}{ms / few:>8.1f}"
            f"{'  MISSED' if bad else ''}",
            flush=True,
        )
    return missed


def main():
    """Build a database, measure, and take it down; 1 when a goal is missed."""
    setup_test_environment(debug=False)
    print(
        f"{connection.vendor}, Python {sys.version.split()[0]}, Django {django.__version__}"
    )
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        CouncilFactory()
        missed = compare()
    finally:
        connection.creation.destroy_test_db("", verbosity=0)
    goal = f"under {GOAL_QUERIES} queries and {GOAL_MS} ms"
    print(f"\nMissed ({goal}): {', '.join(missed)}." if missed else f"\nAll {goal}.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

"""Prints what the board's and the statement's pages cost: python -m tests.benchmarks.statement.

A statement of six key themes, 38 areas, 120 actions and 2,000 pieces of evidence from ten
releases, beside one of two key themes, three areas, six actions and twenty pieces: the
queries and the time the server takes for each page, and how many times the one takes the
other's. On SQLite, or on what DATABASE_URL names.
"""

import os
import sys
import time
from datetime import timedelta
from itertools import cycle, islice

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.settings"
django.setup()

from django.core.cache import cache  # noqa: E402 - Django must be set up first
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from tests.factories.accounts import UserFactory  # noqa: E402
from tests.factories.council import CouncilFactory  # noqa: E402
from tests.factories.replies import PromiseFactory, ReplyFactory  # noqa: E402
from tests.factories.statement import (  # noqa: E402
    ActionFactory,
    AreaFactory,
    KeyThemeFactory,
    MeasureFactory,
    ReleaseFactory,
    StatementFactory,
    TaskGroupFactory,
    tables,
    theme_row,
)
from tests.factories.surveys import EditionFactory  # noqa: E402
from voice.statement.domain.evidence import (  # noqa: E402
    cite_quote,
    cite_result,
    cite_theme,
)
from voice.statement.enums import ActionStatus  # noqa: E402
from voice.statement.models import (  # noqa: E402
    ActionNote,
    Evidence,
    MeasureReading,
)

ROUNDS = int(os.environ.get("ROUNDS", "7"))
GOAL_MS = 300
GOAL_QUERIES = 20
# Key themes, areas, actions, pieces of evidence, releases.
SMALL = (2, 3, 6, 20, 2)
LARGE = (6, 38, 120, 2000, 10)
STATUSES = [
    (ActionStatus.RED, "Nine posts are empty."),
    (ActionStatus.AMBER, "Two of five teams."),
    (ActionStatus.GREEN, ""),
    (ActionStatus.NOT_STARTED, ""),
    (ActionStatus.COMPLETE, ""),
]


class Plan:
    """A statement of one size, with what its pages show, and where they are."""

    def __init__(self, size, *, worker, owner):
        themes, areas, actions, pieces, releases = size
        self.worker, self.owner = worker, owner
        self.statement = StatementFactory(
            starts_on=timezone.localdate() - timedelta(days=300 - themes)
        )
        group = TaskGroupFactory(statement=self.statement)
        self.key_themes = [
            KeyThemeFactory(statement=self.statement) for _ in range(themes)
        ]
        self.areas = [
            AreaFactory(key_theme=one) for one in islice(cycle(self.key_themes), areas)
        ]
        self.actions = [
            self._action(area, number, group)
            for number, area in enumerate(islice(cycle(self.areas), actions))
        ]
        self._cite(pieces, [self._release() for _ in range(releases)])
        self._read()
        self.group = group

    def _action(self, area, number, group):
        """Make one action with its measure; every other one is the owner's."""
        status, reason = STATUSES[number % len(STATUSES)]
        action = ActionFactory(
            area=area,
            title=f"Something the council does about it, number {number}",
            status=status,
            reason=reason,
            owner=self.owner if number % 2 else None,
            task_group=group if number % 5 == 0 else None,
            due_on=timezone.localdate() + timedelta(days=number - 30),
        )
        action.measure = MeasureFactory(action=action)
        return action

    def _release(self):
        """Make an issued release with a dozen themes and three quotes, and its reply."""
        edition = EditionFactory()
        rows = [theme_row(f"Something heard {number}") for number in range(12)]
        quotes = [f"come wen u say {number}" for number in range(3)]
        release = ReleaseFactory(
            edition=edition, tables=tables(edition.survey, themes=rows), quotes=quotes
        )
        reply = ReplyFactory(release=release, published=True)
        PromiseFactory(reply=reply, action=self.actions[0])
        return release

    def _cite(self, pieces, releases):
        """Cite everything once on the first key theme, and again for each action."""
        first = self.key_themes[0]
        given = {"key_theme": first, "stance": "supports", "by": self.worker}
        made = []
        for release in releases:
            made += [
                cite_theme(release, theme_name=row["name"], **given)
                for row in release.tables["themes"]
            ]
            made.append(
                cite_result(
                    release, question_key="know_worker", option_key="yes", **given
                )
            )
            made += [cite_quote(quote, **given) for quote in release.quotes.all()]
        more = cycle(made)
        each = max((pieces - len(made)) // len(self.actions), 0)
        Evidence.objects.bulk_create(
            Evidence(
                key_theme_id=action.area.key_theme_id,
                action=action,
                release=one.release,
                kind=one.kind,
                stance=one.stance,
                quote=one.quote,
                cites=one.cites,
                frozen=one.frozen,
                added_by=self.worker,
            )
            for action in self.actions
            for one in islice(more, each)
        )
        self.evidence = made[0]
        self.survey = releases[0].survey

    def _read(self):
        """Give each action five updates, and each measure five readings."""
        now = timezone.now()
        ActionNote.objects.bulk_create(
            ActionNote(
                action=action,
                status=action.status,
                reason=action.reason,
                text="We met and agreed on what comes next.",
                by=self.worker,
                at=now - timedelta(days=20 * back + number % 40),
            )
            for number, action in enumerate(self.actions)
            for back in range(5)
        )
        MeasureReading.objects.bulk_create(
            MeasureReading(
                measure=action.measure,
                value=f"{70 + back}%",
                on=timezone.localdate() - timedelta(days=30 * back),
                by=self.worker,
            )
            for action in self.actions
            for back in range(5)
        )

    def pages(self):
        """Return the address of each page by its name, of the board and the desk."""
        busiest, action = self.key_themes[0].pk, self.actions[0].pk
        return {
            "board: first page": reverse("briefings:front"),
            "board: a key theme": reverse("briefings:key_theme", args=[busiest]),
            "board: where from": reverse("briefings:chain", args=[self.evidence.pk]),
            "board: decisions": reverse("briefings:decisions"),
            "desk: the statement": reverse("statement:statement"),
            "desk: a key theme": reverse("statement:key_theme", args=[busiest]),
            "desk: all actions": reverse("statement:actions"),
            "desk: actions, narrowed": reverse("statement:actions")
            + "?only=silent&sort=status&q=council",
            "desk: an action": reverse("statement:action", args=[action]),
            "desk: its history": reverse("statement:action_history", args=[action]),
            "desk: its update": reverse("statement:action_update", args=[action]),
            "desk: my actions": reverse("statement:my_actions"),
            "desk: task groups": reverse("statement:task_groups"),
            "desk: a task group": reverse("statement:task_group", args=[self.group.pk]),
            "desk: evidence": reverse("statement:evidence", args=[self.evidence.pk]),
            "desk: what it fed": reverse("statement:fed", args=[self.survey.slug]),
            "desk: gaps": reverse("statement:gaps"),
            "desk: the map": reverse("statement:map"),
            "desk: versions": reverse("statement:versions", args=[self.statement.pk]),
        }


def measured(client, address):
    """Return how often the server asks for a page, and its milliseconds at best."""
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

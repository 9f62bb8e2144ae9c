"""Prints what showing and submitting cost: python -m tests.benchmarks.pages.

Queries and CPU time a request, ours and Wagtail's form in turns in one process, and
their ratios. A survey page of ours holds one question of twenty, Wagtail's page all
twenty, so what all twenty of ours cost together is printed too.
"""

import os
import statistics
import sys
import time
from contextlib import contextmanager

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.settings"
django.setup()

from django.db import connection  # noqa: E402 - Django must be set up first
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402

from surveys import after_save  # noqa: E402
from surveys.domain.answering import start_response  # noqa: E402
from surveys.views.device import cookie_name  # noqa: E402
from tests.benchmarks import building, opening  # noqa: E402
from tests.benchmarks.formpage.models import FormField, FormPage  # noqa: E402
from tests.benchmarks.questions import (  # noqa: E402
    ANSWERS,
    KINDS,
    definition,
    wagtail_answers,
    wagtail_fields,
)
from tests.benchmarks.rows import Row, tell  # noqa: E402
from tests.factories.council import CouncilFactory, HelpLineFactory  # noqa: E402
from tests.factories.surveys import EditionFactory, InvitationFactory  # noqa: E402

ROUNDS = int(os.environ.get("ROUNDS", "15"))
GOALS = {"show": 1 / 8, "submit": 1 / 3}
QUERY_GOALS = {"show": 6, "submit": 8}


class Ours:
    """A phone that answers our survey, one question a page."""

    name = "Voice, one of 20 questions"

    def __init__(self):
        CouncilFactory()
        HelpLineFactory()
        edition = EditionFactory(definition=definition())
        self.invitation = InvitationFactory(survey=edition.survey)
        self.turn = 0
        self.new()

    def new(self):
        """Begin anew, as another child: one device is let in only so often."""
        started = start_response(self.invitation, language="en", age_band="11-17")
        self.response = started.response
        self.client = Client()
        self.client.cookies[cookie_name()] = started.capability

    def show(self):
        """Show each of the twenty pages once; return how many requests that was."""
        for number in range(1, 21):
            page = self.client.get(f"/s/{number}/")
            assert page.status_code == 200, page.status_code
        return 20

    def submit(self):
        """Submit each of the twenty pages once, words that change every time."""
        self.turn += 1
        for number in range(20):
            kind = KINDS[number % 5]
            answer = ANSWERS[kind]
            if kind == "long_text":
                answer = f"{answer} {self.turn}"
            page = self.client.post(
                f"/s/{number + 1}/",
                {
                    "response": self.response.pk,
                    "question": f"q{number}",
                    "answer": answer,
                },
            )
            assert page.status_code == 303, page.status_code
        return 20

    def most_queries(self, verb):
        """Return the most queries that any one page takes to `verb`, once answered."""
        self.new()
        self.submit()
        return max(self._queries(verb, number) for number in range(20))

    def _queries(self, verb, number):
        kind = KINDS[number % 5]
        with CaptureQueriesContext(connection) as told:
            if verb == "show":
                self.client.get(f"/s/{number + 1}/")
            else:
                answer = f"again {number}" if kind == "long_text" else ANSWERS[kind]
                self.client.post(
                    f"/s/{number + 1}/",
                    {
                        "response": self.response.pk,
                        "question": f"q{number}",
                        "answer": answer,
                    },
                )
        return len(told)


class Theirs:
    """A phone that answers the same twenty questions on one page of Wagtail's."""

    name = "wagtail.contrib.forms, all 20"

    def __init__(self):
        root = Site.objects.get(is_default_site=True).root_page
        form = FormPage(title="Twenty", slug="twenty")
        form.form_fields = [
            FormField(label=label, field_type=kind, choices=choices, sort_order=order)
            for order, (label, kind, choices) in enumerate(wagtail_fields())
        ]
        Page.objects.get(pk=root.pk).add_child(instance=form)
        self.address = form.get_url()
        self.answers = wagtail_answers([f.clean_name for f in form.form_fields.all()])
        self.client = Client()

    def new(self):
        """Do nothing: whoever sends Wagtail's form is not counted."""

    def show(self):
        """Show the page; return how many requests that was."""
        assert self.client.get(self.address).status_code == 200
        return 1

    def submit(self):
        """Submit the page, whole."""
        page = self.client.post(self.address, self.answers)
        assert b"Thank you" in page.content
        return 1

    def most_queries(self, verb):
        """Return the queries the page takes to `verb`."""
        with CaptureQueriesContext(connection) as told:
            getattr(self, verb)()
        return len(told)


def cpu_ms(one, verb):
    """Return the CPU milliseconds a request to `verb` takes, begun anew untimed."""
    one.new()
    work = getattr(one, verb)
    before = time.process_time()
    requests = work()
    return (time.process_time() - before) * 1000 / requests


def measure(verb, ours, theirs):
    """Take turns `ROUNDS` times after a warm-up; return the medians, in ms."""
    for one in (ours, theirs):
        cpu_ms(one, verb)
    taken = [
        (
            cpu_ms(ours, verb),
            statistics.mean(cpu_ms(theirs, verb) for _ in range(10)),
        )
        for _ in range(ROUNDS)
    ]
    return [statistics.median(column) for column in zip(*taken, strict=True)]


def report(verb, ours, theirs, *, queued=False):
    """Print one table; return whether its goals are met.

    Where comments are `queued` for readers and screening, which the goals leave out,
    there is none to meet.
    """
    mine, other = measure(verb, ours, theirs)
    queries = [one.most_queries(verb) for one in (ours, theirs)]
    ratio = mine / other
    print(f"\nTo {verb} a page{' ' * 22}queries   CPU ms")
    for one, counted, ms in zip((ours, theirs), queries, (mine, other), strict=True):
        print(f"  {one.name:<34}{counted:>7}{ms:>9.2f}")
    goal = "" if queued else f", goal at most {GOALS[verb]:.3f}"
    print(f"  ratio {ratio:.3f}{goal}")
    print(f"  all 20 pages of ours together: {mine * 20:.1f} ms")
    met = ratio <= GOALS[verb] and queries[0] <= QUERY_GOALS[verb]
    also = " and queue its comment" if queued else ""
    tell(
        Row(
            f"to {verb} a page{also}, in one process: CPU, most queries",
            f"{mine:.2f} ms, {queries[0]}",
            form=f"{other:.2f} ms, {queries[1]}",
            ratio=f"{ratio:.3f}",
            goal="" if queued else f"{GOALS[verb]:.3f}, {QUERY_GOALS[verb]} queries",
            met=None if queued else met,
        )
    )
    return queued or met


@contextmanager
def without_reading_queue():
    """Leave out what the rooms above do with a comment: the goal is for answering."""
    registered = dict(after_save._registered)
    after_save._registered.clear()
    try:
        yield
    finally:
        after_save._registered.update(registered)


def main():
    """Build a database, measure, and take it down; 1 when a goal is missed."""
    setup_test_environment(debug=False)
    print(
        f"{connection.vendor}, Python {sys.version.split()[0]}, Django {django.__version__}"
    )
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        ours, theirs = Ours(), Theirs()
        met = [building.report(), opening.report()]
        met.append(report("show", ours, theirs))
        with without_reading_queue():
            met.append(report("submit", ours, theirs))
        print(
            "\nThe same, with the comment put in the readers' and the screening queue:"
        )
        report("submit", ours, theirs, queued=True)
    finally:
        connection.creation.destroy_test_db("", verbosity=0)
    print("\nEvery goal is met." if all(met) else "\nA goal is missed.")
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Prints what counting many responses costs: python -m tests.benchmarks.counting.

Twenty questions and an invented survey of 20,000, 100,000 and 557,077 responses
(The Big Ask; COUNTS=20000,100000 for fewer). Beside what Voice does, in the same run:
SQL GROUP BY on the JSON, and reading every answer in Python as Wagtail's forms do.
"""

import json
import os
import resource
import sys
import time
from collections import Counter

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.settings"
django.setup()

from django.db import connection  # noqa: E402 - Django must be set up first
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from surveys.domain.counting import differences, rebuild, roll_up  # noqa: E402
from surveys.domain.seeding import seed_responses  # noqa: E402
from surveys.models import Response, Survey  # noqa: E402
from surveys.queries.results import results_of  # noqa: E402
from tests.benchmarks.questions import definition  # noqa: E402
from tests.factories.accounts import UserFactory  # noqa: E402
from tests.factories.council import CouncilFactory  # noqa: E402
from tests.factories.surveys import EditionFactory  # noqa: E402

COUNTS = [
    int(one) for one in os.environ.get("COUNTS", "20000,100000,557077").split(",")
]
SEEDED_A_SECOND = 20_000
RESULTS_SECONDS = 0.05
PAGE_SECONDS = 0.3
REBUILD_SECONDS = 10
REBUILD_MB = 500
GROUP_BY = {
    "sqlite": "json_extract(answers, %s)",
    "postgresql": "answers #>> string_to_array(substr(%s, 3), '.')",
}


def took(work, *args, **options):
    """Return how long `work` takes, in seconds, and what it returns."""
    before = time.perf_counter()
    made = work(*args, **options)
    return time.perf_counter() - before, made


def peak():
    """Return the most memory this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def by_sql(key):
    """Count one question by GROUP BY on the JSON."""
    column = GROUP_BY[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column}, count(*) FROM surveys_response GROUP BY 1",
            [f"$.{key}.value"],
        )
        return dict(cursor.fetchall())


def one_by_one(key):
    """Count one question by reading every row, as Wagtail's forms do."""
    found = Counter()
    for answers in Response.objects.values_list("answers", flat=True).iterator():
        found[str(answers.get(key, {}).get("value"))] += 1
    return found


def measure(survey, worker, count):
    """Seed, count and look at one size; return the goals it missed."""
    missing = count - Response.objects.count()
    seeding, _made = took(seed_responses, survey, count=missing, seed=count)
    first, _counted = took(rebuild, survey, at=timezone.now())
    again, _counted = took(rebuild, survey, at=timezone.now())
    results, _found = took(results_of, survey, by="age_band")
    client = Client()
    client.force_login(worker)
    address = reverse("surveys:results", kwargs={"slug": survey.slug})
    client.get(address)
    page, shown = took(client.get, address, {"by": "age_band"})
    assert shown.status_code == 200, shown.status_code
    key = definition()["questions"][0]["key"]
    sql, _rows = took(by_sql, key)
    python, _rows = took(one_by_one, key)
    figures = {
        "seeded a second": (missing / seeding, SEEDED_A_SECOND, True),
        "all questions by age band, s": (results, RESULTS_SECONDS, False),
        "the page at the desk, s": (page, PAGE_SECONDS, False),
        "full rebuild, s": (again, REBUILD_SECONDS, False),
        "peak memory, MB": (peak(), REBUILD_MB, False),
    }
    print(f"\n{count:,} responses × {len(definition()['questions'])} questions")
    missed = []
    for name, (value, goal, more) in figures.items():
        met = value >= goal if more else value <= goal
        print(f"  {name:<32}{value:>12,.3f}   goal {goal:,} {'' if met else 'MISSED'}")
        missed += [] if met else [f"{count}: {name}"]
    print(f"  first roll-up of them all, s    {first:>12,.3f}")
    print(
        f"  one question, GROUP BY on JSON  {sql:>12,.3f} s = {sql / results:,.0f} × ours for all"
    )
    print(
        f"  one question, row by row        {python:>12,.3f} s = {python / results:,.0f} × ours for all"
    )
    return missed


def under_load(survey):
    """Return how old the counts are at most while answers come at 139 a second."""
    seed_responses(survey, count=1390, seed=1)
    seconds = 0.0
    while True:
        one, rolled = took(roll_up, survey, at=timezone.now())
        seconds += one
        if not rolled:
            return seconds


def main():
    """Measure each size; return 1 when any goal is missed."""
    setup_test_environment()
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        CouncilFactory()
        worker = UserFactory(worker=True)
        survey = EditionFactory(definition=definition()).survey
        missed = []
        for count in COUNTS:
            missed += measure(Survey.objects.get(pk=survey.pk), worker, count)
        late = under_load(survey)
        print(f"\nTen seconds of Census-peak answers (1,390) rolled up in {late:.2f} s")
        if os.environ.get("PROVE"):
            print("What differs:", json.dumps(differences(survey)))
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
    print(f"\nMissed: {', '.join(missed)}." if missed else "\nEvery goal is met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

"""Prints what counting many responses costs: python -m tests.benchmarks.counting.

Twenty questions and an invented survey of 20,000, 100,000 and 557,077 responses
(The Big Ask; COUNTS=20000,100000 for fewer), broken down by four age bands, a fifth as
many left half way. Beside what Voice does, in the same run: SQL GROUP BY on the JSON, the
same on a row an answer with a covering index, and reading every answer in Python as
Wagtail's forms do. On SQLite, or on what DATABASE_URL names.
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

from surveys.domain.counting import differences, rebuild  # noqa: E402
from surveys.domain.keeping_counts import SECONDS_BETWEEN, count_new  # noqa: E402
from surveys.domain.seeding import seed_responses  # noqa: E402
from surveys.domain.stopping import note_stops  # noqa: E402
from surveys.enums import ResponseState  # noqa: E402
from surveys.models import Response, Survey  # noqa: E402
from surveys.queries.results import results_of  # noqa: E402
from tests.benchmarks.questions import definition  # noqa: E402
from tests.benchmarks.rows import Row, tell  # noqa: E402
from tests.factories.accounts import UserFactory  # noqa: E402
from tests.factories.council import CouncilFactory  # noqa: E402
from tests.factories.surveys import EditionFactory  # noqa: E402

COUNTS = [
    int(one) for one in os.environ.get("COUNTS", "20000,100000,557077").split(",")
]
FOUR_BANDS = ["4-7", "8-11", "11-17", "16-25"]
LEFT_OF = 5
PAGES = (
    "results",
    "response_rate",
    "finishing",
    "rounds",
    "survey",
    "invitations",
    "editions",
    "surveys",
)
SEEDED_A_SECOND = 20_000
RESULTS_SECONDS = 0.05
PAGE_SECONDS = 0.3
REBUILD_SECONDS = 10
STALE_SECONDS = 10
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


def rows_of_answers(key):
    """Keep the answers to one question as rows of their own, with a covering index."""
    column = GROUP_BY[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS answer_rows")
        cursor.execute(
            "CREATE TEMPORARY TABLE answer_rows AS "
            f"SELECT 1 AS question, {column} AS value FROM surveys_response",
            [f"$.{key}.value"],
        )
        cursor.execute("CREATE INDEX answer_rows_all ON answer_rows (question, value)")


def by_rows():
    """Count one question by GROUP BY on those rows."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT value, count(*) FROM answer_rows WHERE question = 1 GROUP BY value"
        )
        return dict(cursor.fetchall())


def one_by_one(key):
    """Count one question by reading every row, as Wagtail's forms do."""
    found = Counter()
    for answers in Response.objects.values_list("answers", flat=True).iterator():
        found[str(answers.get(key, {}).get("value"))] += 1
    return found


def some_left(survey):
    """Let a fifth of those seeded have left half way, before anything is counted."""
    rows = Response.objects.filter(edition__survey=survey, packed=None)
    some = rows.order_by("pk").values_list("pk", flat=True)[: rows.count() // LEFT_OF]
    Response.objects.filter(pk__in=list(some)).update(state=ResponseState.UNDER_WAY)
    return note_stops(timezone.now())


def slowest_page(client, survey):
    """Return how long the slowest page of the desk takes, and which it is."""
    times = {}
    for name in PAGES:
        of = {} if name == "surveys" else {"slug": survey.slug}
        address = reverse(f"surveys:{name}", kwargs=of)
        client.get(address)
        times[name], shown = took(client.get, address, {"by": "age_band"})
        assert shown.status_code == 200, (name, shown.status_code)
    print("  pages, s: " + ", ".join(f"{n} {t:.3f}" for n, t in times.items()))
    return max(times.values())


def measure(survey, worker, count):
    """Seed, count and look at one size; return the goals it missed."""
    missing = count - Response.objects.count()
    seeding, _made = took(seed_responses, survey, count=missing, seed=count)
    stopped, _noted = took(some_left, survey)
    first, _counted = took(rebuild, survey, at=timezone.now())
    again, _counted = took(rebuild, survey, at=timezone.now())
    results, _found = took(results_of, survey, by="age_band")
    client = Client()
    client.force_login(worker)
    print(f"\n{count:,} responses × {len(definition()['questions'])} questions")
    page = slowest_page(client, survey)
    key = definition()["questions"][0]["key"]
    sql, found = took(by_sql, key)
    rows_of_answers(key)
    rows, the_same = took(by_rows)
    assert found == the_same
    python, _rows = took(one_by_one, key)
    figures = {
        "seeded a second": (missing / seeding, SEEDED_A_SECOND, True),
        "all questions by age band, s": (results, RESULTS_SECONDS, False),
        "the slowest page of the desk, s": (page, PAGE_SECONDS, False),
        "full rebuild, s": (again, REBUILD_SECONDS, False),
        "peak memory, MB": (peak(), REBUILD_MB, False),
    }
    missed = []
    for name, (value, goal, more) in figures.items():
        met = value >= goal if more else value <= goal
        print(f"  {name:<32}{value:>12,.3f}   goal {goal:,} {'' if met else 'MISSED'}")
        missed += [] if met else [f"{count}: {name}"]
        tell(
            Row(
                f"{count:,} responses: {name}",
                f"{value:,.3f}",
                goal=f"at {'least' if more else 'most'} {goal:,}",
                met=met,
            )
        )
    tell(
        Row(
            f"{count:,}: all questions, s; beside it, one question read row by row",
            f"{results:,.3f}",
            beside=f"{python:,.3f}",
            ratio=f"{results / python:.4f}",
        )
    )
    print(f"  first roll-up of them all, s    {first:>12,.3f}")
    print(f"  a fifth of them left: noted, s  {stopped:>12,.3f}")
    print(
        f"  one question, GROUP BY on JSON  {sql:>12,.3f} s = {sql / results:,.0f} × ours for all"
    )
    print(
        f"  one question, a row an answer   {rows:>12,.3f} s = {rows / results:,.0f} × ours for all"
    )
    print(
        f"  one question, row by row        {python:>12,.3f} s = {python / results:,.0f} × ours for all"
    )
    return missed


def under_load(survey):
    """Return how old the counts are at most while answers come at 139 a second."""
    seed_responses(survey, count=1390, seed=1)
    seconds, _said = took(count_new, timezone.now())
    return seconds


def main():
    """Measure each size; return 1 when any goal is missed."""
    setup_test_environment()
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        CouncilFactory()
        worker = UserFactory(worker=True)
        bands = {"age_bands": FOUR_BANDS}
        survey = EditionFactory(definition=definition() | bands).survey
        missed = []
        for count in COUNTS:
            missed += measure(Survey.objects.get(pk=survey.pk), worker, count)
        late = under_load(survey)
        stale = SECONDS_BETWEEN + late
        print(f"\nTen seconds of Census-peak answers (1,390) rolled up in {late:.2f} s")
        print(
            f"  counts at most {stale:.1f} s old under that load   goal {STALE_SECONDS}"
        )
        missed += [] if stale <= STALE_SECONDS else ["stale under load"]
        if os.environ.get("PROVE"):
            print("What differs:", json.dumps(differences(survey)))
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
    print(f"\nMissed: {', '.join(missed)}." if missed else "\nEvery goal is met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

"""Prints what a file of many answers costs: python -m tests.benchmarks.exports.

Twenty questions and an invented survey of 557,077 responses (The Big Ask; COUNT=20000
for fewer), to CSV: made, sealed and kept as the desk makes it, then taken. Beside it, in
the same run, the export of Wagtail's forms, of a twentieth as many submissions to the
same questions, told a row. Each runs in a process of its own, whose memory is its own.
"""

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.settings"
django.setup()

from django.db import connection  # noqa: E402 - Django must be set up first
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.contrib.forms.models import FormSubmission  # noqa: E402

from surveys.domain.counting import rebuild  # noqa: E402
from surveys.domain.seeding import seed_responses  # noqa: E402
from surveys.models import Survey  # noqa: E402
from tests.benchmarks.formpage.models import FormPage  # noqa: E402
from tests.benchmarks.laying import form_page  # noqa: E402
from tests.benchmarks.questions import definition, wagtail_answers  # noqa: E402
from tests.benchmarks.rows import Row, tell  # noqa: E402
from tests.factories.accounts import UserFactory  # noqa: E402
from tests.factories.council import CouncilFactory  # noqa: E402
from tests.factories.surveys import EditionFactory  # noqa: E402
from voice.accounts.models import User  # noqa: E402
from voice.releases.domain.exporting import (  # noqa: E402
    ask_export,
    make_export,
    take_export,
)
from voice.releases.models import ExportPart  # noqa: E402

COUNT = int(os.environ.get("COUNT", "557077"))
SHARE = 20
SECONDS = 15
MEGABYTES = 100


def now_in_use():
    """Return the memory this process has now, in MB."""
    told = Path("/proc/self/statm").read_text(encoding="ascii")
    return int(told.split()[1]) * resource.getpagesize() / 1024**2


def ours():
    """Make the file, then take it; return how long each took, and the bytes of it."""
    survey, worker = Survey.objects.get(), User.objects.get(email="worker@example.org")
    export = ask_export(survey, why="To see what it costs", by=worker)
    began = time.perf_counter()
    make_export(export.pk)
    made = time.perf_counter()
    export.refresh_from_db()
    content = [len(part) for part in take_export(export, by=worker)]
    taken = time.perf_counter()
    kept = sum(
        len(part) for part in ExportPart.objects.values_list("sealed_lines", flat=True)
    )
    return {
        "seconds": made - began,
        "taking": taken - made,
        "rows": export.rows_done,
        "bytes": sum(content),
        "kept": kept,
    }


def wagtail_s():
    """Have Wagtail's forms give their CSV; return how long it took."""
    client = Client()
    client.force_login(
        User.objects.get(email="super@example.org"),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    address = f"/admin/forms/submissions/{FormPage.objects.get().pk}/?export=csv"
    began = time.perf_counter()
    page = client.get(address)
    assert page.status_code == 200, page.status_code
    content = b"".join(page)
    seconds = time.perf_counter() - began
    return {"seconds": seconds, "rows": content.count(b"\r\n") - 1}


def apart(what, name):
    """Run one side in a process of its own; return what it says."""
    command = [sys.executable, "-m", "tests.benchmarks.exports", what, name]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(told.stdout.splitlines()[-1])


def side(what, name):
    """Be one side: do the work on the database `name`, and say what it cost."""
    connection.close()
    connection.settings_dict["NAME"] = name
    connection.ensure_connection()
    setup_test_environment()
    before = now_in_use()
    told = {"ours": ours, "wagtail": wagtail_s}[what]()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(told | {"more": peak - before, "peak": peak}))


def lay():
    """Lay the survey with its answers, and Wagtail's form with its submissions."""
    CouncilFactory()
    survey = EditionFactory(definition=definition()).survey
    UserFactory(worker=True, email="worker@example.org")
    UserFactory(email="super@example.org", is_superuser=True)
    seed_responses(survey, count=COUNT, seed=COUNT)
    rebuild(survey, at=timezone.now())
    form = form_page()
    names = [field.clean_name for field in form.form_fields.all()]
    said = wagtail_answers(names)
    FormSubmission.objects.bulk_create(
        (
            FormSubmission(page=form, form_data=said)
            for _number in range(max(1, COUNT // SHARE))
        ),
        batch_size=5_000,
    )


def main():
    """Lay, export both ways and print; return 1 when a goal is missed."""
    setup_test_environment()
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        lay()
        told, theirs = apart("ours", name), apart("wagtail", name)
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
    assert told["rows"] == COUNT, told
    figures = {
        "made and sealed, s": (told["seconds"], SECONDS),
        "memory it took, MB": (told["more"], MEGABYTES),
    }
    print(f"\n{COUNT:,} responses × {len(definition()['questions'])} questions")
    missed = []
    for what, (value, goal) in figures.items():
        print(
            f"  {what:<28}{value:>10,.1f}   goal {goal} {'' if value <= goal else 'MISSED'}"
        )
        missed += [] if value <= goal else [what]
        tell(Row(what, f"{value:,.1f}", goal=f"at most {goal}", met=value <= goal))
    print(f"  taking it, s                {told['taking']:>10,.1f}")
    print(f"  the file, MB                {told['bytes'] / 1e6:>10,.1f}")
    print(f"  kept sealed, MB             {told['kept'] / 1e6:>10,.1f}")
    print(f"  peak of the process, MB     {told['peak']:>10,.1f}")
    ours_a_row = told["seconds"] / told["rows"]
    theirs_a_row = theirs["seconds"] / theirs["rows"]
    tell(
        Row(
            "a row, in the same file",
            f"{ours_a_row * 1e6:.1f} µs",
            form=f"{theirs_a_row * 1e6:.1f} µs",
            ratio=f"{ours_a_row / theirs_a_row:.3f}",
        )
    )
    print(
        f"  Wagtail's form, {theirs['rows']:,} rows: {theirs['seconds']:.1f} s, "
        f"{theirs['more']:,.0f} MB; a row {theirs_a_row / ours_a_row:,.1f} × ours"
    )
    print(f"\nMissed: {', '.join(missed)}." if missed else "\nEvery goal is met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(side(*sys.argv[1:]) if sys.argv[1:] else main())

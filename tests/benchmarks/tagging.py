"""Prints what a page of tagging costs: python -m tests.benchmarks.tagging.

A question with 50,000 kept comments, half of them tagged, beside one with 200: the time
the server takes for a page, and how many times the one takes the other's.
"""

import os
import sys
import time
import uuid

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.benchmarks.settings"
django.setup()

from django.core.cache import cache  # noqa: E402 - Django must be set up first
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext, setup_test_environment  # noqa: E402
from django.utils import timezone  # noqa: E402

from surveys.models import Comment, Response  # noqa: E402
from tests.benchmarks.rows import Row, tell  # noqa: E402
from tests.factories.accounts import UserFactory  # noqa: E402
from tests.factories.council import CouncilFactory  # noqa: E402
from tests.factories.moderation import ReadingFactory  # noqa: E402
from tests.factories.themes import CodebookFactory, ThemeFactory  # noqa: E402
from voice.council.domain.keys import seal_contents, survey_owner  # noqa: E402
from voice.council.enums import KeyPurpose  # noqa: E402
from voice.moderation.models import Reading  # noqa: E402
from voice.themes.models import Suggestion, Tag, Training  # noqa: E402

MANY = int(os.environ.get("MANY", "50000"))
FEW = 200
ROUNDS = int(os.environ.get("ROUNDS", "7"))
GOAL_MS = 300
AT_ONCE = 2000
WORDS = "come when you say you will, number"
PAGES = {
    "oldest first": "",
    "newest, page 100": "?order=newest&page=100",
    "without a theme": "?untagged=1",
    "shuffled": "?order=random&seed=7",
    "hardest first": "?order=hardest",
    "one age, one language": "?age=11-17&language=en&helped=unhelped",
    "one at a time": "?one=1&untagged=1&page=40",
}


def question_with(count, codebook_of):
    """Return a question with `count` kept comments, every other one tagged."""
    first = ReadingFactory(approved=True)
    consultation = first.comment.survey.consultation
    themes = [
        ThemeFactory(codebook=codebook)
        for codebook in [codebook_of(consultation)]
        for _ in range(12)
    ]
    training = Training.objects.create(
        question=first.comment.question,
        number=1,
        tags_hash="0" * 64,
        learned_from=1,
        uses_meaning=False,
    )
    made = 1
    while made < count:
        some = min(AT_ONCE, count - made)
        _add(first, themes, training, some=some, begin=made)
        made += some
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return first.comment.question


def _add(first, themes, training, *, some, begin):
    """Make `some` more comments like the first, read, proposed about and tagged."""
    like = first.comment
    same = {
        field.attname: getattr(like.response, field.attname)
        for field in Response._meta.concrete_fields
        if field.attname != "id" and not field.unique
    }
    responses = Response.objects.bulk_create(Response(**same) for _ in range(some))
    comments = [
        Comment(
            id=uuid.uuid4(),
            response=response,
            survey=like.survey,
            question=like.question,
            language="en",
            age_band="11-17",
            week=like.week,
            sealed_words=like.sealed_words,
        )
        for response in responses
    ]
    Comment.objects.bulk_create(comments)
    now = timezone.now()
    readings = [
        Reading(
            comment=comment,
            question_id=comment.question_id,
            state=first.state,
            may_count=True,
            arrived_at=now,
            decided_by=first.decided_by,
            decided_at=now,
        )
        for comment in comments
    ]
    sealed = seal_contents(
        [
            (f"{WORDS} {begin + number}".encode(), reading.kept_place())
            for number, reading in enumerate(readings)
        ],
        owner=survey_owner(like.survey_id),
        purpose=KeyPurpose.KEPT,
    )
    for reading, content in zip(readings, sealed, strict=True):
        reading.sealed_kept = content
    Reading.objects.bulk_create(readings)
    Suggestion.objects.bulk_create(
        Suggestion(
            training=training,
            comment=comment,
            theme=themes[place],
            score=(number * 7919 % 1000) / 1000,
            likeliness="maybe",
        )
        for number, comment in enumerate(comments)
        for place in range(2)
    )
    Tag.objects.bulk_create(
        Tag(comment=comment, theme=themes[number % 12], by=first.decided_by)
        for number, comment in enumerate(comments)
        if number % 2
    )


def milliseconds(client, address):
    """Return how long the server takes for a page at best, and how often it asks.

    What a long list costs is found once a minute (voice.themes.queries.remembering):
    the first page of that minute, which asks the most, comes before those after it.
    """
    cache.clear()
    with CaptureQueriesContext(connection) as told:
        assert client.get(address).status_code == 200, address
        asked = len(told)
    first, after = [], []
    for _round in range(ROUNDS):
        cache.clear()
        first.append(_taken(client, address))
        after.append(_taken(client, address))
    return min(first), min(after), asked


def _taken(client, address):
    """Return the milliseconds that one page takes."""
    before = time.perf_counter()
    client.get(address)
    return (time.perf_counter() - before) * 1000


def main():
    """Build a database, measure, and take it down; 1 when a goal is missed."""
    setup_test_environment(debug=False)
    print(
        f"{connection.vendor}, Python {sys.version.split()[0]}, Django {django.__version__}"
    )
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        return _measure()
    finally:
        connection.creation.destroy_test_db("", verbosity=0)


def _measure():
    """Print the table; return 1 when a page of the long list takes too long."""
    CouncilFactory()

    def codebook_of(consultation):
        return CodebookFactory(consultations=[consultation])

    few, many = question_with(FEW, codebook_of), question_with(MANY, codebook_of)
    client = Client()
    client.force_login(
        UserFactory(worker=True),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    met = True
    print(
        f"\nOne page{'':<20}{FEW:>8,}{MANY:>10,}  first of a minute  ratio  queries"
        "  (ms)",
        flush=True,
    )
    for name, query in PAGES.items():
        _first, short, asked = milliseconds(
            client, f"/desk/themes/questions/{few.pk}/{query}"
        )
        first, long, asked_of_many = milliseconds(
            client, f"/desk/themes/questions/{many.pk}/{query}"
        )
        good = max(first, long) < GOAL_MS and asked_of_many <= asked
        met = met and good
        tell(
            Row(
                f"{name}: of {MANY:,} comments; beside it, of {FEW:,}",
                f"{long:.1f} ms, first of a minute {first:.1f} ms",
                beside=f"{short:.1f} ms",
                ratio=f"{long / short:.2f}",
                goal=f"under {GOAL_MS} ms",
                met=good,
            )
        )
        print(
            f"  {name:<26}{short:>8.1f}{long:>10.1f}{first:>19.1f}{long / short:>7.2f}"
            f"{asked_of_many:>9}{'' if good else '   missed'}",
            flush=True,
        )
    print(f"\nThe goal is under {GOAL_MS} ms, and no more queries than for few.")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())

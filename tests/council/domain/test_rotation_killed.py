import os
import random
import secrets
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from surveys.models import Comment, Response
from tests.factories.surveys import EditionFactory, InvitationFactory, monday
from voice.council.domain import keys
from voice.council.domain.rotation import destroy_replaced_keys, rows_under_old_keys
from voice.council.enums import KeyPurpose
from voice.council.models import DataKey, KeyRotation
from voice.council.sealed_columns import sealed_columns

pytestmark = [pytest.mark.on_both, pytest.mark.django_db(transaction=True)]
HOUSE = Path(__file__).resolve().parents[3]
ROWS = 900
MOST_KILLS = 4


def address():
    """Return the address of the tests' database, for another process."""
    known = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{known['NAME']}"
    return (
        f"postgresql://{known['USER']}:{known['PASSWORD']}"
        f"@{known['HOST']}:{known['PORT']}/{known['NAME']}"
    )


@pytest.fixture
def master_keys_file(settings, tmp_path):
    path = tmp_path / "master-keys"
    path.write_text(f"test:{secrets.token_hex(32)}\n")
    path.chmod(0o600)
    settings.MASTER_KEYS_FILE = str(path)
    keys._unwrapped.cache_clear()
    yield path
    keys._unwrapped.cache_clear()


@pytest.fixture
def rows(master_keys_file):
    """Return many comments' ids and their words."""
    edition = EditionFactory()
    survey = edition.survey
    invitation = InvitationFactory(survey=survey)
    question = survey.question_rows.get(key="do_more")
    responses = Response.objects.bulk_create(
        Response(
            edition=edition,
            invitation=invitation,
            state="finished",
            language="en",
            age_band="11-17",
            week=monday(),
        )
        for _ in range(ROWS)
    )
    said = {}
    comments = []
    for number, response in enumerate(responses):
        comment = Comment(
            survey=survey,
            question=question,
            response=response,
            language="en",
            age_band="11-17",
            week=monday(),
        )
        said[comment.pk] = f"words {number}"
        comment.write(said[comment.pk])
        comments.append(comment)
    Comment.objects.bulk_create(comments, batch_size=500)
    return said


class Readers(threading.Thread):
    """Reads comments at random, until told to stop."""

    def __init__(self, said):
        super().__init__(daemon=True)
        self.said, self.wrong, self.read = said, [], 0
        self.stop = threading.Event()

    def run(self):
        ids = list(self.said)
        while not self.stop.is_set():
            pk = random.choice(ids)
            try:
                words = Comment.objects.get(pk=pk).read()
            except Exception as error:  # noqa: BLE001 - each is a failure to report
                self.wrong.append(repr(error))
            else:
                self.read += 1
                if words != self.said[pk]:
                    self.wrong.append(str(pk))
            time.sleep(0.003)
        connection.close()


def rotate(environment):
    """Start a rotation of everything in a process of its own."""
    command = [sys.executable, "manage.py", "rotate_keys", "--new", "2027", "--data"]
    return subprocess.Popen(
        command, cwd=HOUSE, env=environment, stdout=subprocess.PIPE, text=True
    )


def test_rotation_killed_again_and_again_loses_nothing_and_leaves_nothing_behind(
    rows, master_keys_file
):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "voice.settings.test",
        "DATABASE_URL": address(),
        "VOICE_MASTER_KEYS_FILE": str(master_keys_file),
    }
    readers = Readers(rows)
    readers.start()
    kills = 0
    for _ in range(60):
        work = rotate(environment)
        work.stdout.readline()
        if kills < MOST_KILLS:
            time.sleep(random.uniform(0.02, 0.15))
            if work.poll() is None:
                kills += 1
            work.kill()
        work.wait()
        work.stdout.close()
        if work.returncode == 0:
            break
    readers.stop.set()
    readers.join()
    assert work.returncode == 0
    assert kills == MOST_KILLS
    assert readers.wrong == []
    assert readers.read > 100
    assert KeyRotation.objects.filter(finished_at=None).count() == 0
    assert [rows_under_old_keys(column) for column in sealed_columns()] == [0] * len(
        sealed_columns()
    )
    assert set(DataKey.objects.values_list("master", flat=True)) == {"2027"}
    destroy_replaced_keys(timezone.now() + timedelta(hours=2))
    only_new = f"{master_keys_file.read_text().splitlines()[0]}\n"
    master_keys_file.write_text(only_new)
    keys._unwrapped.cache_clear()
    comments = list(Comment.objects.all())
    words = keys.open_texts(
        [(comment.sealed_words, comment.place()) for comment in comments],
        owner=f"survey:{comments[0].survey_id}",
        purpose=KeyPurpose.RAW,
    )
    assert dict(zip((c.pk for c in comments), words, strict=True)) == rows

"""The short form of `python -m tests.hostile`, against a gunicorn on this database."""

from urllib.parse import quote

import pytest
from django.db import connection

from surveys.models import Response
from tests.factories.surveys import CommentFactory
from tests.hostile.ground import browse, ground
from tests.hostile.rows import answers_hash, counted, grown
from tests.hostile.run import KINDS, Told, attacked, made
from tests.hostile.wire import Sent, send

REQUESTS = 300
SEED = 52
# MiB of all workers together in the second half of so short a run.
MOST_GROWN = 60

pytestmark = pytest.mark.django_db(transaction=True)


def served_database():
    """Return the address of the database of this test, for another process."""
    at = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{at['NAME']}"
    return f"postgresql://{quote(at['USER'])}@{at['HOST']}:{at['PORT']}/{at['NAME']}"


def test_malformed_requests_break_nothing_and_leave_no_row():
    with ground(served_database()) as (stood, errors):
        told = attacked(stood, requests=REQUESTS, seed=SEED)
        assert (told.broken, told.silent) == ([], []), errors.read_text()[-4000:]
        assert (told.rows, told.answers_changed) == ({}, False)
        assert set(told.statuses) == set(KINDS)
        assert told.grew < MOST_GROWN
        # The same seed sends the same bytes, so that what broke can be sent again.
        assert made(stood, seed=1, number=7) == made(stood, seed=1, number=7)
        # And what is well made is still taken.
        phone = stood.drafts[0]
        said = {"response": phone.response, "question": "know_worker", "answer": "yes"}
        assert browse(stood.port, phone, "/s/1/", said).status == 303
        assert Response.objects.get(pk=phone.response).answers["know_worker"]


def test_a_row_and_an_answer_that_changed_are_seen():
    rows, answers = counted(), answers_hash()
    assert grown(rows) == {}
    CommentFactory()
    assert grown(rows)["surveys_comment"] == (0, 1)
    assert answers_hash() != answers
    told = Told(rows=grown(rows))
    assert not told.is_unharmed


def test_an_address_nobody_listens_on_is_no_answer():
    with pytest.raises(ConnectionError):
        send(1, Sent((b"GET / HTTP/1.1\r\n\r\n",)))

import socket

import pytest
from django.db import connections
from psycopg import OperationalError

from voice.postgresql.base import DatabaseWrapper
from voice.settings.environment import database  # noqa: TID251 - what is tested stands there


class Line:
    """A connection that counts how often the database is asked whether it is there."""

    def __init__(self, ours, *, answers=True):
        self.ours, self.answers, self.closed, self.asked = ours, answers, False, 0

    def fileno(self):
        return self.ours.fileno()

    def cursor(self):
        self.asked += 1
        if not self.answers:
            raise OperationalError
        return self

    def __enter__(self):
        return self

    def __exit__(self, *_why):
        return None

    def execute(self, sql):
        assert sql == "SELECT 1"


@pytest.fixture
def line():
    """Return a wrapper whose connection is one end of a line, and the other end."""
    ours, theirs = socket.socketpair()
    wrapper = DatabaseWrapper(database("postgresql://a:b@c/d"))
    wrapper.connection = Line(ours)
    with ours, theirs:
        yield wrapper, theirs


def test_a_quiet_line_is_usable_and_the_database_is_not_asked(line):
    wrapper, _theirs = line
    assert wrapper.is_usable()
    assert wrapper.connection.asked == 0


def test_a_line_that_the_server_closed_is_found_out(line):
    wrapper, theirs = line
    wrapper.connection.answers = False
    theirs.close()
    assert not wrapper.is_usable()
    assert wrapper.connection.asked == 1


@pytest.mark.parametrize("answers", [True, False])
def test_where_the_server_said_something_it_is_asked(line, answers):
    wrapper, theirs = line
    wrapper.connection.answers = answers
    theirs.send(b"N")
    assert wrapper.is_usable() == answers


@pytest.mark.parametrize("answers", [True, False])
def test_after_an_error_it_is_asked_whatever_the_line_says(line, answers):
    wrapper, _theirs = line
    wrapper.connection.answers, wrapper.errors_occurred = answers, True
    assert wrapper.is_usable() == answers
    assert wrapper.connection.asked == 1


def test_no_line_and_a_closed_one_are_of_no_use(line):
    wrapper, _theirs = line
    wrapper.connection.closed = True
    assert not wrapper.is_usable()
    wrapper.connection = None
    assert not wrapper.is_usable()


@pytest.mark.on_both
@pytest.mark.django_db(transaction=True)
def test_a_connection_that_the_server_ended_is_replaced():
    connection = connections["default"]
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [mine] = cursor.fetchone()
    assert isinstance(connection, DatabaseWrapper)
    assert connection.is_usable()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [mine])
    other.close()
    assert not connection.is_usable()
    connection.health_check_done = False
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        assert cursor.fetchone() != (mine,)

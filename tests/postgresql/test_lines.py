"""A line to PostgreSQL that is dead is found so by both ends, and a page asks it no longer than it may."""

import socket

import pytest
from django.db import OperationalError, connections

from voice.postgresql.base import DatabaseWrapper
from voice.settings.environment import database  # noqa: TID251 - what is tested stands there

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.on_both]
THEIRS = {
    "tcp_keepalives_idle": "20",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "30000",
}
OURS = {
    "connect_timeout": "5",
    "keepalives_idle": "20",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "30000",
}
URL = "postgresql://voice@127.0.0.1:{port}/voice"


def test_both_ends_look_whether_the_other_is_there():
    connection = connections["default"]
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for name, value in THEIRS.items():
            cursor.execute(f"SHOW {name}")
            assert cursor.fetchone() == (value,), name
    own = connection.connection.info.get_parameters()
    assert {name: own[name] for name in OURS} == OURS


def test_a_question_that_takes_too_long_is_given_up(monkeypatch):
    connection = connections["default"]
    if connection.vendor != "postgresql":
        return
    monkeypatch.setenv("DATABASE_STATEMENT_SECONDS", "1")
    options = database(URL.format(port=1))["OPTIONS"]
    impatient = DatabaseWrapper(connection.settings_dict | {"OPTIONS": options})
    with (
        impatient.cursor() as cursor,
        pytest.raises(OperationalError, match="statement timeout"),
    ):
        cursor.execute("SELECT pg_sleep(60)")
    impatient.close()


def test_where_no_seconds_are_named_a_question_may_take_as_long_as_it_takes():
    connection = connections["default"]
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)


def test_a_server_that_takes_a_line_and_says_nothing_is_not_waited_for():
    with socket.create_server(("127.0.0.1", 0)) as mute:
        at = database(URL.format(port=mute.getsockname()[1]))
        at["OPTIONS"] |= {"connect_timeout": 2}
        alone = DatabaseWrapper(connections["default"].settings_dict | at)
        with pytest.raises(OperationalError, match="timeout"):
            alone.ensure_connection()

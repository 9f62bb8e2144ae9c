import json
import logging

import pytest
from django.core import mail
from django.core.exceptions import DisallowedHost
from django.test import RequestFactory
from django.urls import resolve

from voice.logs import ErrorMail, NamesRequests, OneLine

SECRET = "I live at 4 Elm Row"


def record(message="Something failed.", *args, error=None, **extra):
    made = logging.LogRecord(
        "voice.somewhere", logging.ERROR, "", 0, message, args, None
    )
    made.exc_info = (type(error), error, error.__traceback__) if error else None
    vars(made).update(extra)
    return made


def failed():
    try:
        try:
            int(SECRET)
        except ValueError as wrong:
            raise KeyError(SECRET) from wrong
    except KeyError as error:
        return error


def test_a_line_is_json_and_tells_who_says_what():
    line = json.loads(OneLine().format(record("%d things waited.", 3)))
    assert line["says"] == "3 things waited."
    assert (line["level"], line["from"]) == ("error", "voice.somewhere")
    assert line["at"].endswith("+00:00")


def test_an_exception_is_told_by_its_kind_and_its_way_never_by_its_message():
    line = OneLine().format(record(error=failed()))
    assert SECRET not in line
    told = json.loads(line)["failed"]
    assert "KeyError [" in told
    assert "< ValueError [" in told
    assert "test_logs.py" in told


def test_a_chain_of_exceptions_that_bites_its_tail_ends():
    error = failed()
    error.__cause__.__cause__ = error
    assert json.loads(OneLine().format(record(error=error)))["failed"]


def test_a_request_is_told_by_the_name_of_its_page_never_by_its_address():
    request = RequestFactory().get("/a/secrettoken/")
    request.resolver_match = resolve("/a/secrettoken/")
    line = OneLine().format(
        record("Not Found: %s", request.path, request=request, status_code=404)
    )
    assert "secrettoken" not in line
    assert json.loads(line)["says"] == "404 Not Found: surveys:start"


def test_what_no_page_answers_is_told_without_its_address():
    request = RequestFactory().get("/4-elm-row/")
    error = DisallowedHost(SECRET)
    line = OneLine().format(
        record(str(error), request=request, status_code=400, error=error)
    )
    assert "elm" not in line.lower()
    assert json.loads(line)["says"] == "400 Bad Request: no page of ours"


@pytest.mark.django_db
def test_each_request_has_an_id_that_its_lines_name(client):
    heard = []

    class Ear(logging.Handler):
        def emit(self, record):
            heard.append(json.loads(OneLine().format(record)))

    ear, django = Ear(), logging.getLogger("django.request")
    django.addHandler(ear)
    try:
        page = client.get("/nowhere/at/all/")
    finally:
        django.removeHandler(ear)
    assert page.status_code == 404
    assert [line["request"] for line in heard] == [page.headers["X-Request-ID"]]


@pytest.mark.parametrize(
    ("proxies", "given", "kept"),
    [
        (1, "0f8fad5b-d9cb-469f", True),
        (0, "0f8fad5b-d9cb-469f", False),
        (1, "short", False),
        (1, "with a\nline of its own", False),
        (1, "x" * 65, False),
    ],
)
def test_an_id_is_taken_from_a_trusted_proxy_alone(settings, rf, proxies, given, kept):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = rf.get("/", headers={"X-Request-ID": given})
    page = NamesRequests(lambda _: _answer())(request)
    assert (page.headers["X-Request-ID"] == given) is kept


def _answer():
    from django.http import HttpResponse

    return HttpResponse("")


def test_an_error_is_mailed_as_its_line_and_then_not_for_a_while(settings, monkeypatch):
    settings.ERROR_MAIL_TO = ["machine@voice.example"]
    handler = ErrorMail()
    handler.setFormatter(OneLine())
    now = iter([0.0, 1.0, 2.0, 901.0])
    monkeypatch.setattr("voice.logs.monotonic", lambda: next(now))
    for _ in range(4):
        handler.emit(record(error=failed()))
    assert [letter.to for letter in mail.outbox] == [["machine@voice.example"]] * 2
    assert SECRET not in mail.outbox[0].body
    assert "KeyError" in mail.outbox[0].body
    assert mail.outbox[1].body.endswith("since the last letter: 2")


def test_nobody_is_mailed_where_nobody_is_named(settings):
    settings.ERROR_MAIL_TO = []
    handler = ErrorMail()
    handler.setFormatter(OneLine())
    handler.emit(record())
    assert mail.outbox == []


def test_a_mail_server_that_refuses_stops_nothing(settings, monkeypatch, capsys):
    def refuse(*args, **kwargs):
        raise OSError

    settings.ERROR_MAIL_TO = ["machine@voice.example"]
    monkeypatch.setattr("voice.logs.send_mail", refuse)
    handler = ErrorMail()
    handler.setFormatter(OneLine())
    handler.emit(record("%s waited.", SECRET))
    assert capsys.readouterr() == ("", "")
    assert handler.unsent == 1

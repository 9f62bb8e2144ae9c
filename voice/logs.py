"""Lines of the log, and error mail, that hold nothing personal.

One line of JSON each: when, how bad, who says it, what, in which request. An address can
hold a code or a link, and the message of an exception what somebody typed (a database
names the values it refused), so neither is ever written: the name of the page and the
kind of the exception are, with the lines of our code it came through (SECURITY.md, R44).
A request that went well leaves no line: the time of a finished response would tell what
a used code does not.
"""

import json
import logging
import re
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from datetime import UTC, datetime
from http import HTTPStatus
from time import monotonic
from traceback import extract_tb
from uuid import uuid4

from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse

Next = Callable[[HttpRequest], HttpResponse]

# What a proxy may have named the request; anything else is not written in a log.
ID_GIVEN = re.compile(r"[0-9A-Za-z-]{8,64}")
_request_id: ContextVar[str] = ContextVar("request_id", default="")
# Seconds between two letters of one process, so that one fault is not a thousand.
SECONDS_BETWEEN_LETTERS = 900


class NamesRequests:
    """Gives each request an id, its own or the trusted proxy's, and says it back."""

    def __init__(self, get_page: Next) -> None:
        """Keep the next middleware."""
        self.get_page = get_page

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request under its id."""
        given = request.headers.get("X-Request-ID", "")
        is_trusted = settings.ALLAUTH_TRUSTED_PROXY_COUNT > 0
        name = given if is_trusted and ID_GIVEN.fullmatch(given) else uuid4().hex
        request.request_id = name  # type: ignore[attr-defined]
        token = _request_id.set(name)
        try:
            page = self.get_page(request)
        finally:
            _request_id.reset(token)
        page.headers["X-Request-ID"] = name
        return page


class OneLine(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "from": record.name,
            "says": _says(record),
        }
        if name := _asked_in(record):
            line["request"] = name
        if record.exc_info and record.exc_info[1]:
            line["failed"] = " < ".join(_causes(record.exc_info[1]))
        return json.dumps(line, ensure_ascii=False)


def _asked_in(record: logging.LogRecord) -> str:
    """Return the id of the request a record is of; Django logs some after it ended."""
    request = getattr(record, "request", None)
    return getattr(request, "request_id", "") or _request_id.get()


def _says(record: logging.LogRecord) -> str:
    """Return the message; of a request only its status and the name of its page."""
    request = getattr(record, "request", None)
    if request is None:
        return record.getMessage()
    match = getattr(request, "resolver_match", None)
    status = getattr(record, "status_code", HTTPStatus.INTERNAL_SERVER_ERROR)
    page = match.view_name or match._func_path if match else "no page of ours"  # noqa: SLF001 - Django's own name for a view without one
    return f"{int(status)} {HTTPStatus(status).phrase}: {page}"


def _causes(error: BaseException | None) -> Iterator[str]:
    """Yield each exception of a chain, the last first: its kind, and its way to it."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        way = extract_tb(error.__traceback__)
        lines = [f"{step.filename}:{step.lineno} {step.name}" for step in way]
        yield f"{type(error).__qualname__} [{' > '.join(lines)}]"
        error = error.__cause__ or error.__context__


class ErrorMail(logging.Handler):
    """Sends an error's line to those who keep the machine, seldom."""

    def __init__(self) -> None:
        """Send nothing yet."""
        super().__init__(logging.ERROR)
        self.sent_at: float | None = None
        self.unsent = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Send the line, or count it when one was sent a moment ago."""
        now = monotonic()
        if not settings.ERROR_MAIL_TO:
            return
        if self.sent_at is not None and now - self.sent_at < SECONDS_BETWEEN_LETTERS:
            self.unsent += 1
            return
        before, self.sent_at, self.unsent = self.unsent, now, 0
        try:
            send_mail(
                "Voice: something failed",
                f"{self.format(record)}\n\nLines not sent since the last letter: {before}",
                settings.DEFAULT_FROM_EMAIL,
                settings.ERROR_MAIL_TO,
            )
        except Exception:  # noqa: BLE001 - a log must never fail what it tells of
            # Not handleError: it prints the record with what was put into it.
            self.unsent = before + 1

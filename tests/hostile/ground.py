"""What is stood up to be attacked: a survey of every kind, drafts, staff, a gunicorn."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.test import Client

from surveys.models import Response
from tests.factories.accounts import UserFactory
from tests.factories.every_kind import open_every_kind_link
from tests.hostile.wire import Got, Sent, request, send
from tests.house.addresses import Address, addresses
from voice.accounts.enums import Role

HOUSE = Path(__file__).resolve().parents[2]
STARTS_WITHIN = 300
WORKERS = 2
HIDDEN = re.compile(rb'name="(csrfmiddlewaretoken|response)" value="([^"]+)"')


@dataclass(slots=True)
class Held:
    """What one browser holds: its cookies, a forgery token, a response under way."""

    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""
    response: str = ""

    @property
    def cookie(self) -> str:
        """Return the Cookie header."""
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def learn(self, got: Got) -> None:
        """Keep the cookies and the hidden fields of a page."""
        for line in got.head.split(b"\r\n"):
            name, _, value = line.partition(b": ")
            if name.lower() == b"set-cookie":
                for one in SimpleCookie(value.decode()).values():
                    self.cookies[one.key] = one.value
        found = {
            name.decode(): value.decode() for name, value in HIDDEN.findall(got.body)
        }
        self.token = found.get("csrfmiddlewaretoken", self.token)
        self.response = found.get("response", self.response)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where it stands, and who holds what."""

    port: int
    process: int
    link: str
    drafts: tuple[Held, ...]
    finished: Held
    staff: tuple[Held, ...]
    everywhere: tuple[Address, ...]


def browse(
    port: int, held: Held, address: str, fields: dict[str, str] | None = None
) -> Got:
    """Ask for a page as a browser does, and keep what it gives."""
    headers: dict[str, str | bytes] = {"Cookie": held.cookie}
    body = None
    if fields is not None:
        body = urlencode(fields | {"csrfmiddlewaretoken": held.token}).encode()
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    method = "GET" if fields is None else "POST"
    got = send(port, Sent((request(method, address, headers=headers, body=body),)))
    held.learn(got)
    return got


@contextmanager
def gunicorn(database: str, errors: Path) -> Iterator[tuple[int, int]]:
    """Serve the house on `database`; give its port and process. Errors go to a file."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    with errors.open("wb") as told:
        serving = subprocess.Popen(
            [
                sys.executable,
                *("-m", "gunicorn", "voice.wsgi", "--bind", f"127.0.0.1:{port}"),
                *("--workers", str(WORKERS), "--worker-class", "gthread"),
                *("--threads", "8", "--log-level", "error", "--preload"),
            ],
            cwd=HOUSE,
            env=os.environ
            | {
                "DJANGO_SETTINGS_MODULE": "tests.hostile.settings",
                "DATABASE_URL": database,
            },
            stderr=told,
        )
    try:
        _wait_for(port)
        yield port, serving.pid
    finally:
        serving.terminate()
        serving.wait()


def _wait_for(port: int) -> None:
    """Wait until a worker answers."""
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        try:
            if send(port, Sent((request("GET", "/health/live/"),))).status == 200:
                return
        except (ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise TimeoutError("gunicorn did not start.")


@contextmanager
def ground(database: str) -> Iterator[tuple[Ground, Path]]:
    """Lay a survey and people in the database of Django's connection, and serve it.

    Gives the ground, and the file with what the server said of its own errors.
    """
    invitation = open_every_kind_link(age_bands=["11-17"])
    staff = tuple(_signed_in(role) for role in Role)
    connection.close()
    with tempfile.TemporaryDirectory() as folder:
        errors = Path(folder) / "errors"
        with gunicorn(database, errors) as (port, process):
            link = f"/a/{invitation.token}/"
            drafts = tuple(_started(port, link) for _ in range(4))
            finished = _started(port, link)
            browse(port, finished, "/s/finish/", {"response": finished.response})
            for one in staff:
                browse(port, one, "/account/devices/")
            stood = Ground(
                port, process, link, drafts, finished, staff, tuple(addresses())
            )
            if not all(one.token and one.response for one in drafts):
                raise RuntimeError("No draft was begun.")
            if not Response.objects.filter(pk=finished.response).exists():
                raise RuntimeError("Nothing was finished.")
            yield stood, errors


def _started(port: int, link: str) -> Held:
    """Return a phone on its first question."""
    phone = Held()
    browse(port, phone, link)
    said = {"language": "en", "age_band": "11-17", "agreement": "yes"}
    browse(port, phone, link, said)
    browse(port, phone, "/s/1/")
    return phone


def _signed_in(role: Role) -> Held:
    """Return the browser of somebody of this role."""
    client = Client()
    backend = "django.contrib.auth.backends.ModelBackend"
    client.force_login(UserFactory(roles=[role]), backend=backend)
    name = settings.SESSION_COOKIE_NAME
    return Held({name: client.cookies[name].value})

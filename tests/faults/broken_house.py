"""Serves a house whose every part can be broken: lines, disk, mail, database."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.benchmarks.serving import (
    VAR,
    Served,
    databases,
    environment_of,
    gunicorn,
    said,
    wait_for,
)
from tests.faults.disk import small_disk
from tests.faults.post import Post
from tests.faults.proxy import Proxy
from tests.faults.server import Server

SETTINGS = "tests.faults.house_settings"
# As a council serves it.
SERVED_AS = ("-c", "docs/deployment/gunicorn.conf.py", "--threads", "4")
PATIENT = 30
# A change of a table that waits for others lets nobody else wait for long.
AT_MOST = "SET lock_timeout = '10s'"


@dataclass(frozen=True, slots=True)
class BrokenHouse:
    """A house as children reach it, and what of it can be broken."""

    house: Served
    lines: tuple[Proxy, ...]
    post: Post
    server: Server | None
    disk: Path | None
    file: str
    """Where SQLite keeps it, where it does."""

    @contextmanager
    def sqlite(self) -> Iterator[sqlite3.Connection]:
        """Give a line to the file of SQLite."""
        line = sqlite3.connect(self.file, timeout=PATIENT, isolation_level=None)
        with closing(line):
            yield line

    def execute(self, sql: str) -> None:
        """Have the database do something; raises when it must wait too long."""
        with self.server.asked() if self.server else self.sqlite() as line:
            if self.server:
                line.execute(AT_MOST)
            line.execute(sql)


@contextmanager
def broken_house(
    database: str, *, workers: int, children: int
) -> Iterator[BrokenHouse]:
    """Serve a house on this kind of database, through proxies, on a small disk.

    What it says of its troubles stands in `var/ledger-….log`.
    """
    with ExitStack() as stack:
        disk = stack.enter_context(small_disk(children))
        urls = stack.enter_context(databases(database, under=disk or VAR))
        url, server, lines = urls[database], None, []
        if database == "PostgreSQL":
            server = Server(url)
            stack.callback(server.start)
            lines = [stack.enter_context(Proxy(*_host_and_port(url)))]
            url = url.replace(f":{urlsplit(url).port}/", f":{lines[0].port}/")
        post = stack.enter_context(Post())
        around = environment_of(url) | {
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "MAIL_PORT": str(post.port),
        }
        said("manage.py", "migrate", "--verbosity=0", around=around)
        laid = json.loads(said("-m", "tests.faults.laying", around=around))
        log = stack.enter_context((VAR / f"ledger-{database}.log").open("wb"))
        home, pid = stack.enter_context(
            gunicorn(*(*SERVED_AS, "--workers", str(workers)), around=around, log=log)
        )
        wait_for(home + "/health/live/")
        lines.append(stack.enter_context(Proxy(*_host_and_port(home))))
        yield BrokenHouse(
            house=Served(
                home=f"http://127.0.0.1:{lines[-1].port}",
                link=laid["link"],
                form="",
                names=[],
                process=pid,
                database=url,
                around=around,
            ),
            lines=tuple(lines),
            post=post,
            server=server,
            disk=disk,
            file=url.removeprefix("sqlite:///"),
        )


def _host_and_port(address: str) -> tuple[str, int]:
    """Return where an address leads."""
    parts = urlsplit(address)
    return str(parts.hostname), int(parts.port or 0)

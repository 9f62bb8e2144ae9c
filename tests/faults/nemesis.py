"""Breaks what a machine can break, at moments drawn by a seed, while children answer."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psycopg

from tests.benchmarks.serving import Served, environment_of
from tests.machine import postgresql_programs

HOUSE = Path(__file__).resolve().parents[2]
PAUSES = (0.3, 2.0)
HELD = 3.0
# A deed that fails ends no others: a server that is down stays down otherwise.
MAY_FAIL = (OSError, psycopg.Error, sqlite3.Error, subprocess.SubprocessError)
AT_ONCE = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"


class Nemesis:
    """Kills and pauses, until it is told to stop; `did` counts what."""

    def __init__(self, house: Served, *, seed: int) -> None:
        self.house, self.did = house, Counter()
        self.chance = random.Random(seed)
        self.stopping = threading.Event()
        self.worker = self.hire()
        deeds = [self.kill_web_worker, self.kill_worker, self.deploy]
        if house.database.startswith("postgresql"):
            deeds += [self.end_backends, self.kill_backend, self.pause_postgresql]
            deeds += [self.restart_postgresql]
        else:
            deeds += [self.hold_sqlite]
        self.deeds: list[Callable[[], None]] = deeds
        self.thread = threading.Thread(target=self.rage)

    def __enter__(self) -> "Nemesis":
        """Begin."""
        self.thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        """End, and let the worker go."""
        self.stopping.set()
        self.thread.join()
        self.worker.kill()
        self.worker.wait()

    def rage(self) -> None:
        """Do one thing after another."""
        while not self.stopping.wait(self.chance.uniform(*PAUSES)):
            deed = self.chance.choice(self.deeds)
            with suppress(*MAY_FAIL):
                deed()
                self.did[deed.__name__.replace("_", " ")] += 1

    def hire(self) -> subprocess.Popen[bytes]:
        """Start the worker of the queue."""
        return subprocess.Popen(
            [sys.executable, "manage.py", "db_worker", "--interval=0.5"],
            cwd=HOUSE,
            env=environment_of(self.house.database),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def kill_web_worker(self) -> None:
        """Kill one of gunicorn's workers in the middle of whatever it does."""
        children = Path(
            f"/proc/{self.house.process}/task/{self.house.process}/children"
        )
        if found := children.read_text().split():
            os.kill(int(self.chance.choice(found)), signal.SIGKILL)

    def kill_worker(self) -> None:
        """Kill the worker of the queue; another takes its place."""
        self.worker.kill()
        self.worker.wait()
        self.worker = self.hire()

    def deploy(self) -> None:
        """Have gunicorn take the program anew while children answer."""
        os.kill(self.house.process, signal.SIGHUP)

    def hold_sqlite(self) -> None:
        """Let nobody else write for a while."""
        path = self.house.database.removeprefix("sqlite:///")
        with sqlite3.connect(path, timeout=5, isolation_level=None) as line:
            line.execute("BEGIN IMMEDIATE")
            time.sleep(HELD)
            line.execute("ROLLBACK")
        line.close()

    def end_backends(self) -> None:
        """End every line to the database."""
        with psycopg.connect(self.house.database, autocommit=True) as line:
            line.execute(AT_ONCE)

    def kill_backend(self) -> None:
        """Kill one server process: PostgreSQL ends all of them and recovers."""
        with psycopg.connect(self.house.database, autocommit=True) as line:
            pid = line.info.backend_pid
            os.kill(pid, signal.SIGKILL)

    def pause_postgresql(self) -> None:
        """Let the whole database stand still for a while."""
        pids = self._server_pids()
        for pid in pids:
            os.kill(pid, signal.SIGSTOP)
        time.sleep(HELD)
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)

    def restart_postgresql(self) -> None:
        """Stop the server at once, as a crash does, and start it again."""
        data = self._data()
        programs = postgresql_programs()
        options = (data / "postmaster.opts").read_text().split('"')
        flags = " ".join(flag for flag in options[1::2])
        as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run(
            [
                *as_user,
                str(programs / "pg_ctl"),
                *("--pgdata", str(data), "--mode=immediate", "--wait"),
                *("-o", flags.partition("--pgdata")[0], "-l", str(data.parent / "log")),
                "restart",
            ],
            check=True,
            cwd="/",
            stdout=subprocess.DEVNULL,
            timeout=60,
        )

    def _data(self) -> Path:
        """Return the folder of the server's data."""
        with psycopg.connect(self.house.database, autocommit=True) as line:
            (folder,) = line.execute("SHOW data_directory").fetchone()
        return Path(folder)

    def _server_pids(self) -> list[int]:
        """Return the ids of the server and all its processes."""
        first = int((self._data() / "postmaster.pid").read_text().split()[0])
        children = Path(f"/proc/{first}/task/{first}/children").read_text()
        return [first, *map(int, children.split())]

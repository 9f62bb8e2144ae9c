"""A PostgreSQL server that is killed, paused and started again."""

import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import psycopg

from tests.machine import postgresql_programs

PATIENCE = 90
ALL = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"


class Server:
    """The server behind a DATABASE_URL, on this machine; asked directly."""

    def __init__(self, url: str) -> None:
        """Learn where it keeps its data, and how it was started."""
        self.url = url
        with self.asked() as line:
            (folder,) = line.execute("SHOW data_directory").fetchone()
        self.data = Path(folder)
        options = (self.data / "postmaster.opts").read_text().split('"')
        self.flags = " ".join(options[1::2])

    def asked(self) -> psycopg.Connection:
        """Return a line to it; a server that does not answer is not waited for long."""
        return psycopg.connect(self.url, autocommit=True, connect_timeout=5)

    def end_backends(self) -> None:
        """End every line to the database."""
        with self.asked() as line:
            line.execute(ALL)

    def kill_backend(self) -> None:
        """Kill one server process: PostgreSQL ends all of them and recovers."""
        with self.asked() as line:
            os.kill(line.info.backend_pid, signal.SIGKILL)

    def pause(self, seconds: float) -> None:
        """Let all of it stand still for a while."""
        first = self.first()
        pids = [first, *_children(first)]
        _send(signal.SIGSTOP, pids)
        try:
            time.sleep(seconds)
        finally:
            _send(signal.SIGCONT, pids)

    def stop(self) -> None:
        """Stop at once, as a crash does, and start again."""
        self._control("--mode=immediate", "stop")
        self.start()

    def kill(self) -> None:
        """Kill the first process; the others end by themselves. Start again."""
        first = self.first()
        left = _children(first)
        os.kill(first, signal.SIGKILL)
        until = time.monotonic() + PATIENCE
        while any(map(_is_there, left)) and time.monotonic() < until:
            time.sleep(0.1)
        self.start()

    def start(self) -> None:
        """Start it where it does not run, until it does; raises TimeoutError."""
        until = time.monotonic() + PATIENCE
        while not self.answers():
            if time.monotonic() > until:
                raise TimeoutError("PostgreSQL did not start again.")
            log = str(self.data.parent / "log")
            self._control("--wait", "-o", self.flags, "-l", log, "start")
            time.sleep(0.2)

    def answers(self) -> bool:
        """Say whether it takes a question."""
        try:
            with self.asked() as line:
                line.execute("SELECT 1")
        except psycopg.Error:
            return False
        return True

    def first(self) -> int:
        """Return the id of its first process."""
        return int((self.data / "postmaster.pid").read_text().split()[0])

    def _control(self, *said: str) -> None:
        """Have the server's own program do something, as the server's user."""
        as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        control = str(postgresql_programs() / "pg_ctl")
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(
                [*as_user, control, "--pgdata", str(self.data), *said],
                check=False,
                cwd="/",
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE,
            )


def _send(what: signal.Signals, pids: list[int]) -> None:
    """Send a signal to each process that is there still."""
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, what)


def _children(pid: int) -> list[int]:
    """Return the ids of the processes that this one began."""
    return [*map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())]


def _is_there(pid: int) -> bool:
    """Say whether a process is there still, and is more than a name."""
    try:
        return (
            Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
        )
    except OSError:
        return False

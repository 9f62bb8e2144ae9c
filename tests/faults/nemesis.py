"""Breaks what a machine can break, at moments drawn by a seed, while children answer."""

import os
import random
import select
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

from tests.faults.broken_house import BrokenHouse
from tests.faults.disk import fill
from tests.faults.ledger import Told

HOUSE = Path(__file__).resolve().parents[2]
PAUSES = (0.3, 2.0)
HELD = 3.0
SLOW = 0.2
# So many deeds at most come blow upon blow; then some child gets on before the next.
BLOWS = 3
GETS_ON_WITHIN = 120
# A deed that fails ends no others, and is tried again; so often, then it is not done.
MAY_FAIL = (OSError, psycopg.Error, sqlite3.Error, subprocess.SubprocessError)
TRIES = 5
SAYS_WITHIN = 60
# What stays beside the web processes: the queue's worker, and what counts.
WORKER = ("manage.py", "db_worker", "--interval=0.5", "--verbosity=0")
COUNTS = ("manage.py", "keep_counting")
PUBLISHES = ("-m", "tests.faults.laying", "--publish")
NEWER = "ALTER TABLE surveys_response ADD COLUMN of_a_newer_version_{} integer NULL"


class Nemesis:
    """Does each of its deeds once, in an order drawn, then any; `did` counts them."""

    def __init__(
        self,
        broken: BrokenHouse,
        *,
        seed: int,
        told: Told,
        workers: int = 1,
        counts: bool = True,
        pause: float = HELD,
    ) -> None:
        """Hire so many workers of the queue, and one that counts.

        What children were `told` says whether they get on.
        """
        self.broken, self.house, self.pause = broken, broken.house, pause
        self.told, self.blows = told, 0
        self.did: Counter[str] = Counter()
        self.could_not: Counter[str] = Counter()
        self.chance = random.Random(seed)
        self.stopping = threading.Event()
        self.hired = {f"worker {n}": self.hire(*WORKER) for n in range(workers)}
        if counts:
            self.hired["counts"] = self.hire(*COUNTS)
        self.publisher = self.hire(*PUBLISHES)
        self.deeds = self._deeds()
        self.thread = threading.Thread(target=self.rage)
        self.failed: BaseException | None = None

    def _deeds(self) -> list[Callable[[], None]]:
        """Return what it can do to this house."""
        deeds = [self.kill_web_worker, self.kill_worker, self.deploy, self.migrate]
        deeds += [self.publish_an_edition, self.cut_lines, self.delay_lines]
        deeds += [self.refuse_mail]
        if self.broken.server:
            deeds += [self.end_backends, self.kill_backend, self.pause_postgresql]
            deeds += [self.stop_postgresql, self.kill_postmaster]
        else:
            deeds += [self.hold_sqlite]
        return [*deeds, *([self.fill_the_disk] if self.broken.disk else [])]

    def __enter__(self) -> "Nemesis":
        """Begin."""
        self.thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        """End, and let the workers go; raise what it could not do."""
        self.stopping.set()
        self.thread.join()
        for hired in [self.publisher, *self.hired.values()]:
            hired.kill()
            hired.communicate()
        if self.failed:
            raise self.failed

    @property
    def has_done_all(self) -> bool:
        """Say whether each deed was done, or can be done no more."""
        over = [name for name in self.not_done if self.could_not[name] < TRIES]
        return not self.thread.is_alive() or not over

    @property
    def not_done(self) -> list[str]:
        """Return the deeds that were never done."""
        return [_name(deed) for deed in self.deeds if not self.did[_name(deed)]]

    def rage(self) -> None:
        """Do one thing after another."""
        wanted = self.chance.sample(self.deeds, len(self.deeds))
        while not self.stopping.is_set():
            deed = wanted.pop() if wanted else self.chance.choice(self.deeds)
            name = _name(deed)
            try:
                deed()
                self.did[name] += 1
            except MAY_FAIL as error:
                print(f"  {name} could not be done: {type(error).__name__}: {error}")
                self.could_not[name] += 1
                if self.could_not[name] < TRIES:
                    wanted.insert(0, deed)
            except Exception as error:  # noqa: BLE001 - raised again where it is seen
                self.failed = error
                return
            self.look_after()
            self.breathe()

    def breathe(self) -> None:
        """Wait a moment; after some blows, until a child got on, so that a run ends."""
        self.stopping.wait(self.chance.uniform(*PAUSES))
        self.blows -= 1
        if self.blows > 0:
            return
        self.blows = self.chance.randint(1, BLOWS)
        kept, until = self.told.kept, time.monotonic() + GETS_ON_WITHIN
        while self.told.kept == kept and time.monotonic() < until:
            if self.stopping.wait(SLOW):
                return

    def hire(self, *command: str) -> subprocess.Popen[bytes]:
        """Start what works beside the web processes; the publisher is told when."""
        told = subprocess.PIPE if command == PUBLISHES else subprocess.DEVNULL
        return subprocess.Popen(
            [sys.executable, *command],
            cwd=HOUSE,
            env=self.house.around,
            stdin=told,
            stdout=told,
            stderr=subprocess.DEVNULL,
        )

    def look_after(self) -> None:
        """Hire anew what has ended, as systemd does."""
        if self.publisher.poll() is not None:
            self.publisher.communicate()
            self.publisher = self.hire(*PUBLISHES)
        for name, hired in self.hired.items():
            if hired.poll() is not None:
                command = COUNTS if name == "counts" else WORKER
                self.hired[name] = self.hire(*command)

    def kill_web_worker(self) -> None:
        """Kill one of gunicorn's workers in the middle of whatever it does."""
        first = self.house.process
        children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
        if children:
            with suppress(ProcessLookupError):
                os.kill(int(self.chance.choice(children)), signal.SIGKILL)

    def kill_worker(self) -> None:
        """Kill one of those that work beside; another takes its place."""
        hired = self.chance.choice(list(self.hired.values()))
        hired.kill()
        hired.communicate()
        self.look_after()

    def deploy(self) -> None:
        """Have gunicorn take the program anew while children answer."""
        os.kill(self.house.process, signal.SIGHUP)

    def migrate(self) -> None:
        """Change a table as a newer version's migration does, and deploy."""
        number = self.did["migrate"] + self.could_not["migrate"]
        self.broken.execute(NEWER.format(number))
        self.deploy()

    def publish_an_edition(self) -> None:
        """Publish the next edition of the survey that children are answering."""
        self.publisher.stdin.write(b"now\n")
        self.publisher.stdin.flush()
        says, _, _ = select.select([self.publisher.stdout], [], [], SAYS_WITHIN)
        said = self.publisher.stdout.readline() if says else b"nothing"
        if not says:
            self.publisher.kill()
            self.publisher.wait()
        if said != b"published\n":
            raise OSError(f"The publisher said {said!r}.")

    def cut_lines(self) -> None:
        """Cut every line of children to the house, and of the house to its database."""
        for line in self.broken.lines:
            line.cut()

    def delay_lines(self) -> None:
        """Hold back all that goes over one of those lines for a while."""
        self.chance.choice(self.broken.lines).delay(SLOW, self.pause)

    def refuse_mail(self) -> None:
        """Have the mail server refuse for a while."""
        self.broken.post.refuse(self.pause)

    def fill_the_disk(self) -> None:
        """Leave the database no byte for a while; start it again where it ended."""
        fill(self.broken.disk, HELD)
        if self.broken.server:
            self.broken.server.start()

    def hold_sqlite(self) -> None:
        """Let nobody else write for a while."""
        with self.broken.sqlite() as line:
            line.execute("BEGIN IMMEDIATE")
            time.sleep(self.pause)
            line.execute("ROLLBACK")

    def end_backends(self) -> None:
        """End every line to the database."""
        self.broken.server.end_backends()

    def kill_backend(self) -> None:
        """Kill one server process: PostgreSQL ends all of them and recovers."""
        self.broken.server.kill_backend()
        self.broken.server.start()

    def pause_postgresql(self) -> None:
        """Let the whole database stand still for a while."""
        self.broken.server.pause(self.pause)

    def stop_postgresql(self) -> None:
        """Stop the server at once, as a crash does, and start it again."""
        self.broken.server.stop()

    def kill_postmaster(self) -> None:
        """Kill the first process of the server, and start it again."""
        self.broken.server.kill()


def _name(deed: Callable[[], None]) -> str:
    """Return what a deed is called where it is counted."""
    return deed.__name__.replace("_", " ")

"""Lets the first, second, third … thing fail that a piece of work asks of the machine.

As SQLite is tested (sqlite.org/testing.html, “I/O error testing”): once for that thing
alone, and once for it and everything after, until the work meets no fault any more.
"""

import io
import os
from collections import Counter
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from unittest import mock

from django.apps import apps
from django.db import (
    DEFAULT_DB_ALIAS,
    DatabaseError,
    OperationalError,
    connection,
    connections,
)
from django_tasks_db.backend import DatabaseBackend

OURS = (
    *("surveys", "moderation", "releases", "audit", "council", "themes"),
    "django_tasks_database",
)
WRITING = os.O_WRONLY | os.O_RDWR
AT_MOST = 400


@dataclass
class Machine:
    """Counts what is asked of it, and fails the `fails`th, or that and all after it."""

    fails: int
    for_good: bool = False
    asked: int = 0
    failed: Counter = field(default_factory=Counter)

    def asks(self, what, error):
        """Count one thing, and raise when it is its turn to fail."""
        self.asked += 1
        late = self.for_good and self.asked > self.fails
        if self.asked == self.fails or late:
            self.failed[what] += 1
            raise error("The machine failed, as it was told to.")


@contextmanager
def failing(machine):
    """Have the database, commits, files and the queue of tasks ask `machine` first."""
    wrapper = type(connections[DEFAULT_DB_ALIAS])
    commit, enqueue = wrapper._commit, DatabaseBackend.enqueue
    io_open, os_open = io.open, os.open

    def query(execute, sql, params, many, context):
        machine.asks("database calls", OperationalError)
        return execute(sql, params, many, context)

    def committed(self):
        machine.asks("commits", OperationalError)
        commit(self)
        machine.asks("lines cut after a commit", OperationalError)

    def enqueued(self, *args, **said):
        machine.asks("tasks enqueued", OperationalError)
        return enqueue(self, *args, **said)

    def opened(file, mode="r", *args, **said):
        if set(mode) & set("wax+"):
            machine.asks("file writes", OSError)
        return io_open(file, mode, *args, **said)

    def opened_low(path, flags, *args, **said):
        if flags & WRITING:
            machine.asks("file writes", OSError)
        return os_open(path, flags, *args, **said)

    with (
        connection.execute_wrapper(query),
        mock.patch.object(wrapper, "_commit", committed),
        mock.patch.object(DatabaseBackend, "enqueue", enqueued),
        mock.patch("io.open", opened),
        mock.patch("os.open", opened_low),
    ):
        yield


def everything():
    """Return every row that we keep, of whoever."""
    return {
        model._meta.label: sorted(map(repr, model._default_manager.values_list()))
        for label in OURS
        for model in apps.get_app_config(label).get_models()
    }


def fail_until_nothing_fails(
    begin: Callable,
    do: Callable,
    is_done: Callable,
    *,
    for_good: bool,
    settled=(),
    is_dear=False,
) -> Counter:
    """Fail each thing in turn that `do` asks for; return how many of each were failed.

    `do` is given what `begin` made; it returns whether all is well, or raises. After
    each fault either nothing at all was changed, or all of it was done (the line was
    cut after the commit, or the work went on without); never half. Then it is tried
    again, which must work; `settled` is what it may raise where it was done already.
    Of what `is_dear` to begin, the next try is the one that must not be worse for it.
    """
    tried: Counter = Counter()
    subject = None
    for nth in range(1, AT_MOST):
        if subject is None:
            subject = begin()
            before = everything()
        machine = Machine(nth, for_good=for_good)
        told = _told(do, subject, machine)
        if not machine.failed:
            assert told
            assert is_done(subject)
            return tried
        # Only the first was meant; the others follow from it.
        tried[next(iter(machine.failed))] += 1
        done = is_done(subject)
        assert done or everything() == before, f"half done after fault {nth}"
        assert done or not told, f"told that all is well after fault {nth}"
        if is_dear and not done:
            continue
        try:
            assert do(subject), f"does not work after fault {nth}"
        except settled:
            assert done, f"said to be done already after fault {nth}"
        assert is_done(subject), f"not done, or twice, after fault {nth}"
        subject = None
    raise AssertionError(f"Still failing after {AT_MOST} faults.")


def _told(do, subject, machine):
    """Do it on a failing machine; return whether it was told that all is well."""
    try:
        with failing(machine):
            return do(subject)
    except (DatabaseError, OSError):
        return False


def said(work, tried):
    """Return a line that tells how many of each were failed."""
    parts = ", ".join(f"{number} {what}" for what, number in sorted(tried.items()))
    return f"  {work}: {tried.total()} faults ({parts})"

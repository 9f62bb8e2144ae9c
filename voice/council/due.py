"""Where apps register work that `manage.py run_due` does once its time has come."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from datetime import datetime

from django.db import transaction

DueWork = Callable[[datetime], Iterable[str]]
logger = logging.getLogger(__name__)
_registered: dict[str, DueWork] = {}
_in_pieces: set[str] = set()


def register(name: str, work: DueWork, *, in_one_transaction: bool = True) -> None:
    """Have `work` called with the time now at each run.

    It returns a sentence, for the one who runs the machine, for each thing it did;
    no sentence holds anything a child wrote. It must be safe to run at any time,
    twice, and after a crash. Work that waits for other hosts is not done in one
    transaction, which would hold the database meanwhile.
    """
    _registered[name] = work
    _in_pieces.discard(name)
    if not in_one_transaction:
        _in_pieces.add(name)


def do_due_work(now: datetime) -> Iterator[tuple[str, list[str] | None]]:
    """Yield each registered work's name and what it did; None when it failed.

    One that fails stops no other, and leaves nothing half done.
    """
    for name in sorted(_registered):
        try:
            with nullcontext() if name in _in_pieces else transaction.atomic():
                did = list(_registered[name](now))
        except Exception:
            logger.exception("Due work “%s” failed.", name)
            yield name, None
        else:
            yield name, did

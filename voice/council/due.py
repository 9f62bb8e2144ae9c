"""Where apps register work that `manage.py run_due` does once its time has come."""

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from django.db import transaction

DueWork = Callable[[datetime], Iterable[str]]
logger = logging.getLogger(__name__)
_registered: dict[str, DueWork] = {}


def register(name: str, work: DueWork) -> None:
    """Have `work` called with the time now at each run.

    It returns a sentence, for the one who runs the machine, for each thing it did;
    no sentence holds anything a child wrote. It must be safe to run at any time,
    twice, and after a crash.
    """
    _registered[name] = work


def do_due_work(now: datetime) -> Iterator[tuple[str, list[str] | None]]:
    """Yield each registered work's name and what it did; None when it failed.

    Each stands in a transaction of its own: one that fails stops no other.
    """
    for name in sorted(_registered):
        try:
            with transaction.atomic():
                did = list(_registered[name](now))
        except Exception:
            logger.exception("Due work “%s” failed.", name)
            yield name, None
        else:
            yield name, did

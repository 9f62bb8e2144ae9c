"""Remembers, outside the database, what was written but is not sealed yet.

Without it, whoever can delete rows could delete an entry in the seconds before the
sealer comes by and nothing would show. Nothing is asked of the database: a
counter without gaps would hold every transaction up (DESIGN.md, section 9).
Each line is an entry's id and keyed hash; written once the transaction is committed, so a
change that was rolled back leaves no line. A machine that dies between the two
leaves an entry without a line, which is no finding.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

from django.conf import settings
from django.db import transaction

from voice.audit.models import Entry

AT_ONCE = 500
KEY_LENGTH = 36
MAC_LENGTH = 64


def witness(entry: Entry) -> None:
    """Remember `entry` as soon as the transaction around it is committed."""
    if settings.AUDIT_CHECKPOINT:
        transaction.on_commit(lambda: _remember(entry), robust=True)


def missing() -> list[str]:
    """Return the ids witnessed here that no entry has now, or not as it was written."""
    with _held() as file:
        written = _lines(file)
        found = _found(written)
    return [key for key, mac in written.items() if found.get(key, ("", None))[0] != mac]


def forget_sealed() -> None:
    """Forget what is sealed as written; the missing and the waiting stay remembered."""
    with _held() as file:
        written = _lines(file)
        found = _found(written)
        stay = {
            key: mac
            for key, mac in written.items()
            if (seen := found.get(key)) is None or seen[0] != mac or seen[1] is None
        }
        if len(stay) < len(written):
            file.seek(0)
            file.truncate()
            file.writelines(f"{key} {mac}\n" for key, mac in stay.items())


def _remember(entry: Entry) -> None:
    """Add one line."""
    with _held() as file:
        file.seek(0, 2)
        file.write(f"{entry.id} {entry.mac}\n")


def _found(written: dict[str, str]) -> dict[str, tuple[str, int | None]]:
    """Return the keyed hash and the seal of each entry that is there, by its id."""
    keys = list(written)
    return {
        str(key): (mac, seal)
        for start in range(0, len(keys), AT_ONCE)
        for key, mac, seal in Entry.objects.filter(
            pk__in=keys[start : start + AT_ONCE]
        ).values_list("pk", "mac", "seal_id")
    }


def _lines(file: TextIOWrapper) -> dict[str, str]:
    """Return every line's id and keyed hash, in order; a torn line is left out."""
    file.seek(0)
    written = {}
    for line in file:
        key, _space, mac = line.strip().partition(" ")
        if len(key) == KEY_LENGTH and len(mac) == MAC_LENGTH:
            written[key] = mac
    return written


@contextmanager
def _held() -> Iterator[TextIOWrapper]:
    """Open the file beside the checkpoint, and keep every other process out meanwhile."""
    path = Path(settings.AUDIT_CHECKPOINT).with_suffix(".unsealed")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="ascii", errors="replace") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file

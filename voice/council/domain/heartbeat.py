"""Leaves a sign that the due work is done."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from voice.council.models import Heartbeat


@transaction.atomic
def beat(now: datetime, *, failed: Sequence[str] = ()) -> Heartbeat:
    """Write down that the due work came to its end now, and what of it failed.

    Not audited: it is the machine's own pulse, once a minute.
    """
    return Heartbeat.objects.update_or_create(
        id=1, defaults={"at": now, "failed": sorted(failed)}
    )[0]

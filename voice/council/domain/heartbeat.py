"""Leaves a sign that work which never ends by itself was done."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from voice.council.enums import Pulse
from voice.council.models import Heartbeat


@transaction.atomic
def beat(
    now: datetime, *, of: Pulse = Pulse.DUE, failed: Sequence[str] = ()
) -> Heartbeat:
    """Write down that this work came to its end now, and what of it failed.

    Not audited: it is the machine's own pulse.
    """
    return Heartbeat.objects.update_or_create(
        of=of, defaults={"at": now, "failed": sorted(failed)}
    )[0]

"""Saves a draft to be gone on with later, and opens it again by its code.

Not audited: nobody is watched while they answer (DESIGN.md section 9).
"""

import secrets
from datetime import datetime, time, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from surveys.domain.answering import (
    CAPABILITY_BYTES,
    ResponseIsClosed,
    StartedResponse,
)
from surveys.enums import CodeKind, ResponseState
from surveys.logic.personal_codes import new_code, signs_of
from surveys.models import Consultation, Response
from surveys.queries.responses import IDLE, capability_hash, code_hash

TURNS = 5
# How long a page that was lost on the way can be asked for again.
LOST_PAGE = timedelta(minutes=2)


@transaction.atomic
def give_return_code(
    response: Response, *, lasts: timedelta, at: datetime | None = None
) -> str:
    """Return a new code that opens this draft for as long as it `lasts`; kept nowhere.

    Only its keyed hash is kept. It never lasts past the last day the survey takes
    answers. A code given before opens nothing any more. `at` is now unless told.
    Raises ResponseIsClosed when there is no draft to come back to, or no time left.
    """
    at = at or timezone.now()
    row = Response.objects.select_for_update(of=("self",)).get(pk=response.pk)
    until = min(at + lasts, closing_of(row))
    if row.state != ResponseState.UNDER_WAY or until <= at:
        raise ResponseIsClosed
    for _turn in range(TURNS):
        code = new_code()
        row.return_hash = code_hash(CodeKind.RETURN, signs_of(code) or "")
        row.return_until = until
        try:
            with transaction.atomic():
                row.save(update_fields=("return_hash", "return_until"))
        except IntegrityError:
            continue  # Somebody has that code: one in a million million.
        response.return_hash, response.return_until = row.return_hash, until
        return code
    raise ResponseIsClosed


@transaction.atomic
def save_for_later(
    response: Response, *, lasts: timedelta, at: datetime | None = None
) -> str:
    """Return a new code as `give_return_code` does, and end the draft on its device.

    Two minutes are left for a page that never arrived: its device, which still has the
    cookie of before, then asks again and gets another code. Raises ResponseIsClosed.
    """
    at = at or timezone.now()
    code = give_return_code(response, lasts=lasts, at=at)
    Response.objects.filter(pk=response.pk).update(touched_at=at - IDLE + LOST_PAGE)
    return code


@transaction.atomic
def come_back(response: Response, *, at: datetime | None = None) -> StartedResponse:
    """Open a saved draft on a device, which is then the only one that may go on.

    `at` is now unless told. Raises ResponseIsClosed when its time is over, or when it
    was finished meanwhile.
    """
    at = at or timezone.now()
    row = Response.objects.select_for_update(of=("self",)).get(pk=response.pk)
    is_saved = row.return_until is not None and row.return_until > at
    if row.state != ResponseState.UNDER_WAY or not is_saved:
        raise ResponseIsClosed
    capability = secrets.token_urlsafe(CAPABILITY_BYTES)
    row.capability_hash, row.touched_at = capability_hash(capability), at
    # From here on nobody knows how long it took, nor where it stopped.
    row.started_at = row.reached = None
    row.save(update_fields=("capability_hash", "touched_at", "started_at", "reached"))
    return StartedResponse(row, capability)


def closing_of(response: Response) -> datetime:
    """Return the moment after which the survey of `response` takes no more answers."""
    closes_on = Consultation.objects.values_list("closes_on", flat=True).get(
        surveys__editions=response.edition_id
    )
    midnight = datetime.combine(closes_on + timedelta(days=1), time.min)
    return timezone.make_aware(midnight)

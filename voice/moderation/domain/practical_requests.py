"""Receives what young people ask to be sorted out; owns, settles and passes it on."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from surveys.queries.members import members_of
from surveys.wants_sorted import SortingWish
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.council.domain.keys import KeyDestroyed
from voice.moderation.domain.concern_alarms import tell_of
from voice.moderation.domain.named import wall_off_named
from voice.moderation.domain.screening import look_through
from voice.moderation.enums import RaisedBy, RequestState
from voice.moderation.models import Concern, ContactDetails, PracticalRequest


class RequestIsSettled(Exception):
    """Somebody else settled it, or it is with the safeguarding leads."""

    sentence = gettext_lazy("Somebody has settled this already. Nothing was changed.")


@transaction.atomic
def receive_request(wish: SortingWish) -> PracticalRequest:
    """Seal it and give it an owner; the same wish sent again changes nothing.

    The owner is who made the way in while they run the survey, else the first who
    does; nobody when nobody does. Only that it came is audited, as nobody's deed.
    """
    survey = wish.invitation.survey
    row = PracticalRequest(
        id=wish.once,
        survey=survey,
        language=wish.language,
        age_band=wish.age_band,
        week=wish.week,
        way_in=wish.invitation.kind,
        way_in_label=wish.invitation.label,
    )
    row.write(words=wish.words, reach=wish.reach)
    running = [m.user for m in members_of(survey) if m.user.is_active]
    made_by = wish.invitation.made_by
    row.owner = made_by if made_by in running else next(iter(running), None)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return PracticalRequest.objects.get(pk=wish.once)
    record("moderation.request_came", of=row, by=None)
    return row


def screen_request(row: PracticalRequest) -> None:
    """Look through the words; a possible worry goes to the safeguarding leads at once.

    Screening only ever raises: what it does not see, the worker who reads it may.
    """
    try:
        seen = look_through(row.words())
    except KeyDestroyed:
        seen = None
    with transaction.atomic():
        now = PracticalRequest.objects.select_for_update(of=("self",)).get(pk=row.pk)
        now.screened_at = timezone.now()
        now.save(update_fields=("screened_at",))
        if seen and seen.worry and now.state == RequestState.OPEN:
            _pass_on(now, by=None)


@transaction.atomic
def read_request(row: PracticalRequest, *, by: User) -> dict[str, str]:
    """Return `words`, `reach` and `note`; write down that `by` read them.

    Raises KeyDestroyed after retention.
    """
    record("moderation.read_request", of=row, by=by, state=row.state)
    return {"words": row.words(), "reach": row.reach(), "note": row.note()}


@transaction.atomic
def give_request(row: PracticalRequest, *, to: User, by: User) -> PracticalRequest:
    """Make `to` its owner; raises RequestIsSettled."""
    now = _open(row)
    now.owner = to
    now.save(update_fields=("owner",))
    record("moderation.give_request", of=now, by=by, to=to.pk)
    return now


@transaction.atomic
def settle_request(
    row: PracticalRequest, *, state: RequestState, note: str, by: User
) -> PracticalRequest:
    """Record what came of it; the note is sealed like the words.

    Raises RequestIsSettled, ValueError for a state that settles nothing, and
    KeyDestroyed for a note after retention.
    """
    if state not in RequestState.settled():
        raise ValueError(state)
    now = _open(row)
    now.state, now.settled_by, now.settled_at = state, by, timezone.now()
    now.write_note(note)
    now.save(update_fields=("state", "settled_by", "settled_at", "sealed_note"))
    record("moderation.settle_request", of=now, by=by, state=state)
    return now


@transaction.atomic
def reopen_request(row: PracticalRequest, *, by: User) -> PracticalRequest:
    """Take back that it was settled; nothing when it is open or passed on."""
    now = PracticalRequest.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if now.state in RequestState.settled():
        now.state, now.settled_by, now.settled_at = RequestState.OPEN, None, None
        now.save(update_fields=("state", "settled_by", "settled_at"))
        record("moderation.reopen_request", of=now, by=by)
    return now


@transaction.atomic
def pass_request_on(row: PracticalRequest, *, by: User) -> PracticalRequest:
    """Give the exact words to the safeguarding leads, as a concern, at once.

    Raises RequestIsSettled when it is there already.
    """
    now = PracticalRequest.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if now.state == RequestState.PASSED_ON:
        raise RequestIsSettled
    return _pass_on(now, by=by)


def _pass_on(row: PracticalRequest, *, by: User | None) -> PracticalRequest:
    """Copy it under the safeguarding key and tell those on duty."""
    concern = Concern(
        survey=row.survey,
        language=row.language,
        age_band=row.age_band,
        week=row.week,
        mode=row.survey.mode,
        way_in=row.way_in,
        way_in_label=row.way_in_label,
        raised_from=RaisedBy.REQUEST,
        raised_by=by,
    )
    concern.write(words=row.words())
    concern.save(force_insert=True)
    if reach := row.reach():
        details = ContactDetails(concern=concern)
        details.write(called="", how=reach, who_sees="", when="")
        details.save(force_insert=True)
    wall_off_named(concern)
    row.state, row.concern = RequestState.PASSED_ON, concern
    row.settled_by = row.settled_at = None
    row.save(update_fields=("state", "concern", "settled_by", "settled_at"))
    record("moderation.pass_request_on", of=row, by=by)
    tell_of(concern)
    return row


def _open(row: PracticalRequest) -> PracticalRequest:
    """Return the row, held until the transaction ends; raises RequestIsSettled."""
    now = PracticalRequest.objects.select_for_update(of=("self",)).get(pk=row.pk)
    if now.state != RequestState.OPEN:
        raise RequestIsSettled
    return now

"""Makes batches of single-use codes, and starts by a code.

What joins a code and a draft ends at finish: see surveys.domain.code_links.
"""

import secrets
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from surveys.domain.answering import (
    CAPABILITY_BYTES,
    StartedResponse,
    leave_response,
    monday_of,
    start_response,
)
from surveys.domain.asked import keep_asked
from surveys.enums import CodeKind, CodeState, InvitationKind, Mode, ResponseState
from surveys.logic.personal_codes import new_code, signs_of
from surveys.models import CodeBatch, Invitation, InvitationCode, Response, Survey
from surveys.queries.codes_told import mode_told
from surveys.queries.responses import IDLE, capability_hash, code_hash
from surveys.queries.steps import definition_of
from voice.audit.domain.record import record
from voice.council.domain.keys import seal_text, survey_owner
from voice.council.enums import KeyPurpose

if TYPE_CHECKING:
    from voice.accounts.models import User

MOST = 10_000
# As nothing under ten is told of anybody: a batch must not stand for one person.
FEWEST_UNNAMED = 10
AT_ONCE = 500


class NotThatMany(Exception):
    """No batch of this size can be made; nothing was made."""

    def __init__(self, sentence: str | Promise) -> None:
        """Keep the sentence for people."""
        super().__init__(str(sentence))


class CodeIsOver(Exception):
    """The code was used or taken back; whoever typed it is told no more than that
    it opens nothing."""


@transaction.atomic
def make_batch(
    survey: Survey,
    *,
    size: int,
    by: "User",
    label: str = "",
    expires_on: date | None = None,
    asked: Mapping[str, int] | None = None,
    at: datetime | None = None,
) -> Invitation:
    """Return a new way in with `size` single-use codes, sealed until they are taken out.

    `asked` says how many were asked, by group. Only where the survey's newest edition
    tells that a worker knows who answers does each code get a number; elsewhere the
    rows stand in no order that the paper has. Raises NotThatMany.
    """
    at = at or timezone.now()
    is_numbered = mode_told(survey) == Mode.KNOWN_TO_WORKER
    _refuse_size(size, is_numbered=is_numbered)
    invitation = Invitation.objects.create(
        survey=survey,
        kind=InvitationKind.CODES,
        label=label,
        made_by=by,
        made_at=at,
        expires_on=expires_on,
    )
    codes = _new_codes(size)
    batch = CodeBatch(
        invitation=invitation,
        size=size,
        is_numbered=is_numbered,
        counted_on=monday_of(at),
    )
    batch.sealed_codes = seal_text(
        "\n".join(codes.values()),
        owner=survey_owner(survey.pk),
        purpose=KeyPurpose.RAW,
        bound_to=batch.place(),
    )
    batch.save(force_insert=True)
    _keep_hashes(invitation, codes, is_numbered=is_numbered)
    keep_asked(invitation, groups=asked or {}, by=by)
    record(
        "surveys.make_batch",
        of=invitation,
        by=by,
        survey=survey.pk,
        size=size,
        numbered=is_numbered,
        expires_on=expires_on,
    )
    return invitation


@transaction.atomic
def start_by_code(
    code: InvitationCode,
    *,
    language: str,
    age_band: str,
    tell: bool = False,
    at: datetime | None = None,
    **beside: Any,
) -> StartedResponse:
    """Start the one response of `code`, or go on with its draft while that is under way.

    `beside` is what start_response is told of who is beside the young person. `tell`
    says that they wish to be told through their worker what came of it; it is kept with
    a number alone. Two who start at once get the same draft. Raises CodeIsOver,
    SurveyIsClosed, NotOffered.
    """
    at = at or timezone.now()
    row = _held(code)
    going = _gone_on_with(row, at)
    if going is not None:
        return going
    if row.draft is not None:
        leave_response(row.draft)
    started = start_response(
        row.invitation, language=language, age_band=age_band, at=at, **beside
    )
    mode = definition_of(started.response.edition)["mode"]
    is_known = row.number is not None and mode == Mode.KNOWN_TO_WORKER
    row.state, row.draft = CodeState.STARTED, started.response
    row.tell_in, row.tell_as = (language, age_band) if tell and is_known else ("", "")
    row.save(update_fields=("state", "draft", "tell_in", "tell_as"))
    if is_known:
        started.response.code_number = row.number
        started.response.save(update_fields=("code_number",))
    return started


@transaction.atomic
def go_on_by_code(
    code: InvitationCode, *, at: datetime | None = None
) -> StartedResponse | None:
    """Return the draft of `code` opened for this device; None when there is none to go
    on with. The device that had it before has it no more. Raises CodeIsOver.
    """
    return _gone_on_with(_held(code), at or timezone.now())


def _gone_on_with(row: InvitationCode, at: datetime) -> StartedResponse | None:
    """Return the draft of a held code with a new capability, if it may be gone on with.

    As on a device: within an hour, or as long as it was saved for.
    """
    draft = row.draft
    if draft is None or not _may_be_gone_on_with(draft, at):
        return None
    capability = secrets.token_urlsafe(CAPABILITY_BYTES)
    draft.capability_hash, draft.touched_at = capability_hash(capability), at
    # From here on nobody knows how long it took, nor where it stopped.
    draft.started_at = draft.reached = None
    draft.save(update_fields=("capability_hash", "touched_at", "started_at", "reached"))
    return StartedResponse(draft, capability)


def _may_be_gone_on_with(draft: Response, at: datetime) -> bool:
    """Say whether a draft is open on a device still, or was saved and has time left."""
    if draft.state != ResponseState.UNDER_WAY:
        return False
    if draft.return_until and draft.return_until > at:
        return True
    return bool(
        draft.capability_hash and draft.touched_at and draft.touched_at > at - IDLE
    )


def _held(code: InvitationCode) -> InvitationCode:
    """Return the code as it is now, held, and its draft; raises CodeIsOver."""
    row = (
        InvitationCode.objects.select_for_update(of=("self",))
        .select_related("invitation__survey__consultation")
        .defer("invitation__survey__questions")
        .get(pk=code.pk)
    )
    if row.state in CodeState.over():
        raise CodeIsOver
    return row


def _refuse_size(size: int, *, is_numbered: bool) -> None:
    """Raise NotThatMany when no batch of this size may be made."""
    fewest = 1 if is_numbered else FEWEST_UNNAMED
    if not fewest <= size <= MOST:
        raise NotThatMany(
            _("Make from %(fewest)s to %(most)s codes.")
            % {"fewest": fewest, "most": MOST}
        )


def _new_codes(size: int) -> dict[str, str]:
    """Return `size` new codes by their hashes, none of which was ever made before."""
    codes: dict[str, str] = {}
    while len(codes) < size:
        more = [new_code() for _count in range(size - len(codes))]
        hashed = {
            code_hash(CodeKind.INVITATION, signs_of(one) or ""): one for one in more
        }
        for taken in _taken(list(hashed)):
            del hashed[taken]
        codes |= hashed
    return codes


def _taken(hashes: list[str]) -> Iterable[str]:
    """Yield those of `hashes` that some code has already."""
    for at in range(0, len(hashes), AT_ONCE):
        some = hashes[at : at + AT_ONCE]
        found = InvitationCode.objects.filter(code_hash__in=some)
        yield from found.values_list("code_hash", flat=True)


def _keep_hashes(
    invitation: Invitation, codes: Mapping[str, str], *, is_numbered: bool
) -> None:
    """Keep the hashes: with their numbers, or else in the order of the hashes alone."""
    numbers: dict[str, int | None] = dict.fromkeys(sorted(codes))
    if is_numbered:
        numbers = {hashed: number for number, hashed in enumerate(codes, 1)}
    InvitationCode.objects.bulk_create(
        (
            InvitationCode(invitation=invitation, code_hash=hashed, number=number)
            for hashed, number in numbers.items()
        ),
        batch_size=AT_ONCE,
    )

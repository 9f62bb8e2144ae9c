"""Finds what a code opens, doing the same work whether it opens anything or not (R18).

Whatever was typed, each kind's hash is reckoned and each kind's table is asked once.
What is used up, expired or taken back is left out by the database, so that it comes
back exactly as a code that never was: with nothing to build, and nothing to tell apart.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from surveys.enums import CodeKind, CodeState, ResponseState
from surveys.logic.codes import tidied
from surveys.logic.personal_codes import SIGNS, signs_of
from surveys.models import (
    GroupSession,
    Invitation,
    InvitationCode,
    Response,
    SpentReceipt,
)
from surveys.other_codes import Elsewhere, Find, registered
from surveys.queries.responses import ON_EVERY_PAGE, code_hash

# Hashed when what was typed is no code at all: no code has a sign that is not one.
NO_SIGNS = "-" * SIGNS
LONGEST_TYPED = 40


@dataclass(frozen=True, slots=True)
class Found:
    """What a code opens. `invitation` starts something, `response` is gone on with.

    Whether an invitation's code goes on with a draft is for
    surveys.domain.invitation_codes to say. A `receipt` is told by its hash alone, so
    that one whose answers are gone is like any other. `elsewhere` is a higher app's.
    """

    kind: CodeKind
    invitation: Invitation | None = None
    response: Response | None = None
    code: InvitationCode | None = None
    session: GroupSession | None = None
    receipt: str = ""
    elsewhere: Elsewhere | None = None


def found(typed: str, *, at: datetime) -> Found | None:
    """Return what the code that was `typed` opens at the moment `at`, or None.

    None is all that is said of a wrong, used, expired, revoked or unknown one. A
    group session's code is kept tidied (surveys.logic.codes.tidied).
    """
    typed = typed[:LONGEST_TYPED].replace("\0", "")
    signs = signs_of(typed) or NO_SIGNS
    each = (
        _by_invitation(code_hash(CodeKind.INVITATION, signs), at),
        _by_session(tidied(typed), at),
        _by_return(code_hash(CodeKind.RETURN, signs), at),
        _by_receipt(code_hash(CodeKind.RECEIPT, signs)),
        *(_by_other(kind, find, signs, at) for kind, find in registered()),
    )
    return next((one for one in each if one), None)


def still_lets_in(held: str, *, at: datetime) -> InvitationCode | None:
    """Return the code whose row a device was let hold, while it still lets it in."""
    return _letting_in(at).filter(pk=int(held)).first()


def _by_invitation(hashed: str, at: datetime) -> Found | None:
    """Return the unused or started code of a batch that lets somebody in."""
    code = _letting_in(at).filter(code_hash=hashed).first()
    if code is None:
        return None
    return Found(CodeKind.INVITATION, invitation=code.invitation, code=code)


def _letting_in(at: datetime) -> QuerySet[InvitationCode]:
    """Return the codes of batches that let somebody in at the moment `at`."""
    return (
        InvitationCode.objects.select_related("invitation__survey__consultation")
        .defer("invitation__survey__questions")
        .filter(_lets_in(at), state__in=(CodeState.UNUSED, CodeState.STARTED))
    )


def _by_session(tidy: str, at: datetime) -> Found | None:
    """Return the group session that is open now."""
    session = (
        GroupSession.objects.select_related("invitation__survey__consultation")
        .defer("invitation__survey__questions")
        .filter(_lets_in(at), code=tidy, closed_at=None, closes_at__gt=at)
        .first()
    )
    if session is None:
        return None
    return Found(CodeKind.GROUP, invitation=session.invitation, session=session)


def _by_return(hashed: str, at: datetime) -> Found | None:
    """Return the saved draft, while its survey still takes answers."""
    response = (
        Response.objects.select_related("edition")
        .only(*ON_EVERY_PAGE, "return_until")
        .filter(
            return_hash=hashed,
            return_until__gt=at,
            state=ResponseState.UNDER_WAY,
            edition__survey__live=True,
            edition__survey__consultation__closes_on__gte=timezone.localdate(at),
        )
        .first()
    )
    return Found(CodeKind.RETURN, response=response) if response else None


def _by_receipt(hashed: str) -> Found | None:
    """Return the receipt, whatever became of its answers since."""
    there = Response.objects.filter(receipt_hash=hashed).exists()
    spent = SpentReceipt.objects.filter(receipt_hash=hashed).exists()
    return Found(CodeKind.RECEIPT, receipt=hashed) if there or spent else None


def _by_other(kind: CodeKind, find: Find, signs: str, at: datetime) -> Found | None:
    """Return what a code of a higher app opens."""
    led = find(code_hash(kind, signs), at)
    return Found(kind, elsewhere=led) if led else None


def _lets_in(at: datetime) -> Q:
    """Return what an invitation must be for anybody to start by it."""
    return Q(invitation__stopped_at=None) & (
        Q(invitation__expires_on=None)
        | Q(invitation__expires_on__gte=timezone.localdate(at))
    )

"""Makes codes of every kind that opens something, and of every kind that does not."""

from datetime import timedelta

from django.utils import timezone

from surveys.domain.answering import finish_response, start_response
from surveys.domain.coming_back import give_return_code
from surveys.domain.receipts import receipt_of, seed_of_receipt
from surveys.enums import CodeKind, CodeState, InvitationKind
from surveys.logic.personal_codes import new_code, signs_of
from surveys.models import InvitationCode, Response
from surveys.queries.responses import code_hash
from tests.factories.surveys import InvitationFactory

WEEK = timedelta(days=7)


def started(link, **options):
    """Return a response to `link` under way, and its capability."""
    return start_response(link, **({"language": "en", "age_band": "11-17"} | options))


def receipt(link):
    """Return a receipt and the finished response it belongs to."""
    begun = started(link)
    finish_response(begun.response, capability=begun.capability)
    seed = seed_of_receipt(begun.response, begun.capability)
    return receipt_of(seed), begun.response


def invitation_code(link, state=CodeState.UNUSED, **way_in):
    """Return a code of a batch, as it stands on paper, and its row."""
    code = new_code()
    batch = InvitationFactory(
        survey=link.survey, kind=InvitationKind.CODES, made_by=link.made_by, **way_in
    )
    row = InvitationCode.objects.create(
        invitation=batch,
        code_hash=code_hash(CodeKind.INVITATION, signs_of(code)),
        state=state,
    )
    return code, row


def refused_code(kind, link):
    """Return a code that opens nothing, for the reason that `kind` names."""
    return REFUSED[kind](link)


def _mistyped(link):
    code = new_code()
    return code[:-1] + ("0" if code[-1] != "0" else "1")


def _yesterday():
    return timezone.localdate() - timedelta(days=1)


def _too_late(link):
    begun = started(link)
    code = give_return_code(begun.response, lasts=WEEK)
    Response.objects.filter(pk=begun.response.pk).update(
        return_until=timezone.now() - timedelta(minutes=1)
    )
    return code


def _after_finish(link):
    begun = started(link)
    code = give_return_code(begun.response, lasts=WEEK)
    finish_response(begun.response)
    return code


REFUSED = {
    "unknown": lambda link: new_code(),
    "mistyped": _mistyped,
    "no code": lambda link: "plantedxyz",
    "used": lambda link: invitation_code(link, CodeState.USED)[0],
    "taken back": lambda link: invitation_code(link, CodeState.REVOKED)[0],
    "expired": lambda link: invitation_code(link, expires_on=_yesterday())[0],
    "stopped": lambda link: invitation_code(link, stopped_at=timezone.now())[0],
    "come back too late": _too_late,
    "come back after finish": _after_finish,
}
REFUSED_KINDS = tuple(REFUSED)

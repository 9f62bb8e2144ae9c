"""Ends what joins a code and the draft it started.

Whoever changes both holds the code's row first, so that two never wait for each other.
"""

from datetime import datetime

from django.db.models import Q

from surveys.enums import CodeState
from surveys.models import InvitationCode, Response
from surveys.queries.responses import IDLE


def hold_code(response: Response) -> InvitationCode | None:
    """Return the code that `response` was started with, held; None without one."""
    return InvitationCode.objects.select_for_update().filter(draft=response.pk).first()


def use_up(code: InvitationCode | None) -> None:
    """Mark a code used; from now on nothing leads from it to any answer."""
    if code is not None:
        code.state, code.draft = CodeState.USED, None
        code.save(update_fields=("state", "draft"))


def let_go(response: Response) -> None:
    """Let the code of a draft that was left begin another, and forget this one.

    One that was saved, to be gone on with, is not let go.
    """
    code = hold_code(response)
    if code is not None and code.draft and code.draft.return_until is None:
        code.draft = None
        code.save(update_fields=("draft",))


def let_lapsed_go(now: datetime) -> int:
    """Forget the drafts that no code can go on with any more; return how many."""
    left = Q(draft__touched_at=None) | Q(draft__touched_at__lte=now - IDLE)
    saved = Q(draft__return_until__isnull=False, draft__return_until__gt=now)
    lapsed = InvitationCode.objects.exclude(draft=None).filter(left).exclude(saved)
    found = list(lapsed.values_list("pk", flat=True))
    return InvitationCode.objects.filter(pk__in=found).update(draft=None)

"""Starting by a single-use code, once the page for codes has opened it on this device.

The address has nothing of the code: which one it was is in a signed cookie of half an
hour, by its row alone.
"""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from surveys.domain.answering import StartedResponse, SurveyIsClosed
from surveys.domain.invitation_codes import CodeIsOver, start_by_code
from surveys.enums import CodeKind
from surveys.models import InvitationCode
from surveys.queries.codes import still_lets_in
from surveys.views import device, opened
from surveys.views.pages import for_young_people
from surveys.views.start_pages import WayIn
from surveys.views.starting import walk_in


@for_young_people
def start(request: HttpRequest, signs: str = "") -> HttpResponse:
    """Show the start pages of the code that was typed here; posted, start by it."""
    held = opened.opened_on(request, CodeKind.INVITATION)
    code = still_lets_in(held, at=timezone.now()) if held else None
    if code is None:
        return redirect("surveys:code")
    page = walk_in(
        request,
        WayIn(
            code.invitation,
            address=_address,
            begin=partial(_begin, code),
            is_numbered=code.number is not None,
        ),
        signs,
    )
    if device.cookie_name() in page.cookies:
        # It has started: what opened it is not needed on this device any more.
        opened.forget_opened(page, request)
    return page


def _begin(code: InvitationCode, **said: Any) -> StartedResponse:
    """Start by the code; one that was used in the same moment lets nobody in."""
    try:
        return start_by_code(code, **said)
    except CodeIsOver:
        raise SurveyIsClosed from None


def _address(signs: str) -> str:
    """Return the address of a start page; nothing in it tells which code it was."""
    if signs:
        return reverse("surveys:code_chosen", args=[signs])
    return reverse("surveys:code_start")

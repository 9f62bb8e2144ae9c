"""“I have a code”: one page for every kind, which says no more than it must (R18).

A wrong, a used, an expired, a revoked and an unknown code take the same way through
here: one count is read, each kind is asked for once, one count is written, and the
same page comes back. tests/benchmarks/codes.py measures that the time tells nothing.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from surveys.domain.answering import (
    ResponseIsClosed,
    StartedResponse,
    leave_response,
)
from surveys.domain.code_tries import count_wrong_code
from surveys.domain.coming_back import come_back
from surveys.domain.invitation_codes import CodeIsOver, go_on_by_code
from surveys.enums import CodeKind
from surveys.models import Response
from surveys.queries.code_tries import space_is_full, space_of
from surveys.queries.codes import LONGEST_TYPED, Found, found
from surveys.views import device, opened
from surveys.views.going_on import address_to_go_on
from surveys.views.pages import answering_page, for_young_people

REFUSED = 422
TOO_MANY = 429
A_MINUTE = "60"


@sensitive_post_parameters()
@for_young_people
def enter(request: HttpRequest) -> HttpResponse:
    """Show the page for a code; posted, open what it opens on this device."""
    if request.method != "POST":
        return _code_page(request)
    typed = request.POST.get("code", "")[:LONGEST_TYPED]
    at, space = timezone.now(), space_of(typed)
    tries = opened.tries_on(request)
    if space_is_full(space, at=at) or tries.are_over:
        return _wait(request)
    thing = found(typed, at=at)
    if thing is not None:
        return _opened(request, thing)
    count_wrong_code(space, at=at)
    page = _code_page(request, typed=typed, status=REFUSED)
    opened.count_try(page, tries)
    return page


def _opened(request: HttpRequest, thing: Found) -> HttpResponse:
    """Return the way into what a code opens."""
    if thing.kind == CodeKind.RECEIPT:
        page = redirect("surveys:receipt")
        opened.remember_opened(page, thing.kind, thing.receipt)
        return page
    if thing.elsewhere is not None:
        page = redirect(thing.elsewhere.url_name)
        opened.remember_opened(page, thing.kind, thing.elsewhere.what)
        return page
    if thing.session is not None:
        return redirect("surveys:start", token=thing.session.invitation.token)
    earlier = device.response_on(request)
    try:
        back = _draft_of(thing)
    except (ResponseIsClosed, CodeIsOver):
        # Finished or over in the same moment: like any code that opens nothing.
        return _code_page(request, status=REFUSED)
    if back is None and thing.code is not None:
        page = redirect("surveys:code_start")
        opened.remember_opened(page, thing.kind, str(thing.code.pk))
        return page
    if back is None:
        raise ValueError("A code opened nothing.")
    return _go_on(request, back, earlier)


def _draft_of(thing: Found) -> StartedResponse | None:
    """Return the draft a code goes on with, opened for this device; None when none is."""
    if thing.code is not None:
        return go_on_by_code(thing.code)
    return come_back(thing.response) if thing.response is not None else None


def _go_on(
    request: HttpRequest, back: StartedResponse, earlier: Response | None
) -> HttpResponse:
    """Show where a draft was left; another that this device had before is left too."""
    if earlier and earlier.pk != back.response.pk:
        leave_response(earlier)
    page = redirect(address_to_go_on(back.response))
    device.remember(page, back.capability)
    return page


def _code_page(
    request: HttpRequest, *, typed: str = "", status: int = 200
) -> HttpResponse:
    """Return the page; refused, with what was typed and one sentence for every reason."""
    language = translation.get_language_from_request(request)
    with translation.override(language):
        refused = {"href": "#code", "text": _("Nothing opens with that code.")}
    return answering_page(
        request,
        "surveys/code.html",
        {
            "entered": typed.replace("\0", ""),
            "is_refused": status == REFUSED,
            "errors": [refused] if status == REFUSED else [],
        },
        language=language,
        status=status,
        shows=["code"],
    )


def _wait(request: HttpRequest) -> HttpResponse:
    """Ask for a little patience; nothing was looked up, so nothing can be told."""
    page = answering_page(
        request,
        "surveys/code_wait.html",
        {},
        language=translation.get_language_from_request(request),
        status=TOO_MANY,
    )
    page.headers["Retry-After"] = A_MINUTE
    return page

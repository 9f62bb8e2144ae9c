"""The way out, in one tap, and help; on every page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.views.decorators.http import require_GET, require_POST

from surveys.domain.answering import leave_response
from surveys.queries.steps import definition_of
from surveys.views import device, opened
from surveys.views.going_on import address_to_go_on
from surveys.views.pages import (
    answering_page,
    answering_part,
    for_young_people,
    part_sent,
    wants_json,
)
from surveys.views.rooms import session_on


@for_young_people
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """End the draft on the server and the cookie here, then show an empty page."""
    if response := device.response_on(request):
        leave_response(response)
    page = redirect("surveys:away")
    page.status_code = 303
    device.forget(page)
    opened.forget_opened(page, request)
    if settings.LANGUAGE_COOKIE_NAME in request.COOKIES:
        # Whoever has this device next chooses their own.
        page.delete_cookie(settings.LANGUAGE_COOKIE_NAME)
    return page


@for_young_people
@require_GET
def away(request: HttpRequest) -> HttpResponse:
    """Show a page that says nothing of what was here before."""
    return answering_page(
        request,
        "surveys/away.html",
        {"room": session_on(request)},
        language=translation.get_language_from_request(request),
    )


@for_young_people
@require_GET
def show_help(request: HttpRequest) -> HttpResponse:
    """Show who can help now, and the way back to the questions if there are any."""
    response = device.response_on(request)
    if response:
        language, back = response.language, address_to_go_on(response)
        mode = definition_of(response.edition)["mode"]
        about = {"age_band": response.age_band, "mode": mode}
    else:
        language, back = translation.get_language_from_request(request), ""
        about = {}
    context = {"back": back, **about}
    if wants_json(request):
        part = answering_part(request, "surveys/help.html", context, language=language)
        return part_sent(request.path, part)
    return answering_page(request, "surveys/help.html", context, language=language)

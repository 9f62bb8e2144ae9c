"""The start pages: how old, then what is asked, who reads it, and yes or no.

A way in of any kind walks them: an open link's are here, and other ways hand
`walk_in` their own WayIn.
"""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation

from surveys.domain.answering import (
    NotOffered,
    SurveyIsClosed,
    leave_response,
    start_response,
)
from surveys.enums import Company
from surveys.forms.start import StartForm
from surveys.logic.definition import ANY_BAND, Definition
from surveys.models import Edition
from surveys.queries.opening import (
    edition_to_answer,
    invitation_by_token,
    lets_in,
    takes_answers,
)
from surveys.queries.steps import definition_of
from surveys.views.ceilings import under_ceilings
from surveys.views.chosen import chosen_by
from surveys.views.closed import link_not_known, way_in_closed
from surveys.views.device import remember, response_on
from surveys.views.pages import for_young_people
from surveys.views.start_pages import (
    WayIn,
    ages_page,
    honest_page,
    not_taking_part,
)


@for_young_people
@under_ceilings
def start(request: HttpRequest, token: str, signs: str = "") -> HttpResponse:
    """Show the start pages of an open link; posted, start a response on this device."""
    invitation = invitation_by_token(token)
    if invitation is None:
        return link_not_known(request)
    if invitation.is_group and request.user.is_authenticated:
        # No young person holds a signed-in desk: it is handed over first.
        return redirect("surveys:share", token=token)
    way_in = WayIn(
        invitation,
        address=partial(_address, token),
        begin=partial(start_response, invitation),
    )
    return walk_in(request, way_in, signs)


def walk_in(request: HttpRequest, way_in: WayIn, signs: str = "") -> HttpResponse:
    """Show how old one is, or the honest page of what `signs` say was chosen; posted,
    start a response on this device."""
    invitation = way_in.invitation
    edition = edition_to_answer(invitation.survey)
    today = timezone.localdate()
    if (
        edition is None
        or not lets_in(invitation, at=timezone.now())
        or not takes_answers(invitation.survey, on=today)
    ):
        return way_in_closed(request, invitation, on=today)
    if request.method == "POST":
        return _start(request, way_in, edition)
    return _shown(request, way_in, edition, signs)


def _shown(
    request: HttpRequest, way_in: WayIn, edition: Edition, signs: str
) -> HttpResponse:
    """Return the start page of what `signs` stand for; of unknown ones, the first."""
    definition = definition_of(edition)
    chosen = (_language(request, definition), ANY_BAND)
    if signs:
        found = chosen_by(signs, way_in.invitation, definition)
        if found is None:
            return redirect(way_in.address(""))
        chosen = found
    language, age_band = chosen
    bands = definition["age_bands"]
    if age_band == ANY_BAND and len(bands) > 1:
        return ages_page(request, way_in, edition, language=language)
    form = StartForm(
        definition, initial={"language": language, "age_band": age_band or bands[0]}
    )
    return honest_page(request, way_in, edition, form)


def _start(request: HttpRequest, way_in: WayIn, edition: Edition) -> HttpResponse:
    """Start a response, closing any other draft on this device; or take a no kindly."""
    definition = definition_of(edition)
    form = StartForm(definition, request.POST)
    with translation.override(_language(request, definition)):
        is_valid = form.is_valid()
    if {"language", "age_band"} & form.errors.keys():
        return redirect(way_in.address(""))
    if not is_valid:
        return honest_page(request, way_in, edition, form)
    if form.says_no:
        return not_taking_part(request, way_in, edition, form)
    said = form.said()
    if way_in.is_numbered:
        said["tell"] = form.cleaned_data["tell"]
    try:
        started = way_in.begin(**said)
    except (SurveyIsClosed, NotOffered):
        return way_in_closed(request, way_in.invitation, on=timezone.localdate())
    if earlier := response_on(request):
        leave_response(earlier)
    if said["company"] == Company.HELPING:
        page = redirect("surveys:hand_over")
    else:
        page = redirect("surveys:step", number=1)
    remember(page, started.capability)
    return page


def _address(token: str, signs: str) -> str:
    """Return the address of an open link's start page."""
    if signs:
        return reverse("surveys:start_chosen", args=[token, signs])
    return reverse("surveys:start", args=[token])


def _language(request: HttpRequest, definition: Definition) -> str:
    """Return the language a form names if it is offered, else the browser's, else the
    first."""
    offered = definition["languages"]
    wished = (
        request.POST.get("language"),
        translation.get_language_from_request(request),
    )
    return next((code for code in wished if code in offered), offered[0])

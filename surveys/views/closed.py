"""What is said, kindly, when there is nothing to answer here or any more."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.views.csrf import csrf_failure

from surveys.models import Invitation
from surveys.queries.consultations import consultation_words
from surveys.queries.opening import lets_in, survey_is_open
from surveys.views.pages import answering_page
from surveys.where_to_look import page_of

YOUNG_PEOPLES = ("/a/", "/c/", "/g/", "/r/", "/s/")
# Not 404: the locale middleware would send a child on to look under /en/.
GONE = 410


def link_not_known(request: HttpRequest) -> HttpResponse:
    """Say that no questions are behind this address."""
    return _said(request, "not_known", status=GONE)


def way_in_closed(
    request: HttpRequest, invitation: Invitation, *, on: date
) -> HttpResponse:
    """Say that the survey opens later, is closed, or that this link was stopped."""
    consultation = invitation.survey.consultation
    language = _language(request)
    about = {
        "consultation": consultation,
        "consultation_words": consultation_words(consultation, language),
        "told_at": page_of(consultation, language),
        "answer_was_due": consultation.owed_by < on,
    }
    if invitation.is_group and survey_is_open(invitation.survey, on=on):
        return _said(request, "session_over", status=GONE)
    if not lets_in(invitation, at=timezone.now()):
        return _said(request, "stopped", status=GONE)
    if on < consultation.opens_on:
        return _said(request, "opens_later", status=200, **about)
    return _said(request, "closed", status=GONE, **about)


def not_on_this_device(request: HttpRequest) -> HttpResponse:
    """Say that this device has no answers to go on with."""
    return _said(request, "not_here", status=GONE)


def nothing_changed(request: HttpRequest) -> HttpResponse:
    """Say that a form of a finished, left or other response changed nothing."""
    return _said(request, "nothing_changed", status=409)


def form_not_accepted(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was not accepted; staff are told in Django's own words."""
    if request.path.startswith(YOUNG_PEOPLES):
        return _said(request, "not_accepted", status=403)
    return csrf_failure(request, reason=reason)


def _said(
    request: HttpRequest, what: str, *, status: int, **about: object
) -> HttpResponse:
    page = answering_page(
        request,
        "surveys/closed.html",
        {"what": what, **about},
        language=_language(request),
        status=status,
    )
    page.headers["Cache-Control"] = "no-store"
    return page


def _language(request: HttpRequest) -> str:
    """Return the language the browser asks for, of those the house speaks."""
    return translation.get_language_from_request(request)

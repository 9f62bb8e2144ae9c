"""The page behind a link or a QR code: what is asked, who reads it, and Start."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from surveys.domain.answering import (
    NotOffered,
    SurveyIsClosed,
    leave_response,
    start_response,
)
from surveys.forms.start import StartForm
from surveys.languages import own_name
from surveys.logic.definition import Definition, keeps_of, survey_words
from surveys.models import Edition, Invitation
from surveys.queries.bands import bands_of
from surveys.queries.consultations import consultation_words
from surveys.queries.opening import (
    edition_to_answer,
    invitation_by_token,
    lets_in,
    takes_answers,
)
from surveys.queries.steps import definition_of
from surveys.views.closed import link_not_known, way_in_closed
from surveys.views.device import remember, response_on
from surveys.views.pages import answering_page, for_young_people


@for_young_people
def start(request: HttpRequest, token: str) -> HttpResponse:
    """Show the start page; a posted one starts a response on this device."""
    invitation = invitation_by_token(token)
    if invitation is None:
        return link_not_known(request)
    edition = edition_to_answer(invitation.survey)
    today = timezone.localdate()
    if (
        edition is None
        or not lets_in(invitation, at=timezone.now())
        or not takes_answers(invitation.survey, on=today)
    ):
        return way_in_closed(request, invitation, on=today)
    if request.method == "POST":
        return _start(request, invitation, edition)
    return _start_page(request, invitation, edition)


def _start(
    request: HttpRequest, invitation: Invitation, edition: Edition
) -> HttpResponse:
    """Start a response, closing any other draft on this device."""
    definition = definition_of(edition)
    language = _language(request, definition)
    with translation.override(language):
        form = StartForm(definition, request.POST, among=bands_of(edition))
        if not form.is_valid():
            return _start_page(request, invitation, edition, form)
    try:
        started = start_response(invitation, **form.cleaned_data)
    except (SurveyIsClosed, NotOffered):
        return way_in_closed(request, invitation, on=timezone.localdate())
    if earlier := response_on(request):
        leave_response(earlier)
    page = redirect("surveys:step", number=1)
    remember(page, started.capability)
    return page


def _start_page(
    request: HttpRequest,
    invitation: Invitation,
    edition: Edition,
    form: StartForm | None = None,
) -> HttpResponse:
    """Return the start page; with a refused `form`, saying what is missing."""
    definition = definition_of(edition)
    language = _language(request, definition)
    consultation = invitation.survey.consultation
    form = form or StartForm(
        definition, initial={"language": language}, among=bands_of(edition)
    )
    errors = [
        {"href": f"#{form[name].id_for_label or form[name].auto_id}", "text": text}
        for name, texts in form.errors.items()
        for text in texts
    ]
    with translation.override(language):
        title = _("Questions")
    return answering_page(
        request,
        "surveys/start.html",
        {
            "title": title,
            "form": form,
            "errors": errors,
            "words": survey_words(definition, language=language),
            "consultation": consultation,
            "consultation_words": consultation_words(consultation, language),
            "mode": definition["mode"],
            "keeps": keeps_of(definition),
            "language": language,
            "languages": [(code, own_name(code)) for code in definition["languages"]],
        },
        language=language,
        status=422 if errors else 200,
    )


def _language(request: HttpRequest, definition: Definition) -> str:
    """Return the language asked for if it is offered, else the browser's, else the first."""
    offered = definition["languages"]
    wished = (
        request.POST.get("language"),
        request.GET.get("lang"),
        translation.get_language_from_request(request),
    )
    return next((code for code in wished if code in offered), offered[0])

"""Thank you: what happens next, and the receipt."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET

from surveys import wants_sorted
from surveys.domain.receipts import receipt_of
from surveys.logic.definition import survey_words
from surveys.logic.posters import code_of
from surveys.models import Edition
from surveys.permissions import user_can_run_survey
from surveys.queries.consultations import consultation_words
from surveys.queries.steps import definition_of
from surveys.views import device
from surveys.views.closed import not_on_this_device
from surveys.views.pages import answering_page, for_young_people
from surveys.views.rooms import session_on
from surveys.wants_contact import is_offered
from surveys.where_to_look import page_of


@for_young_people
@require_GET
def thanks(request: HttpRequest) -> HttpResponse:
    """Thank, and say what happens next; only for a device that has just finished."""
    finished = device.finished_on(request)
    if finished is None:
        return not_on_this_device(request)
    edition = get_object_or_404(
        Edition.objects.select_related("survey__consultation").defer(
            "definition", "survey__questions"
        ),
        pk=finished.edition,
    )
    consultation = edition.survey.consultation
    return answering_page(
        request,
        "surveys/thanks.html",
        {
            "words": survey_words(
                definition_of(edition),
                language=finished.language,
                age_band=finished.age_band,
            ),
            "age_band": finished.age_band,
            "consultation": consultation,
            "consultation_words": consultation_words(consultation, finished.language),
            "told_at": page_of(consultation, finished.language),
            "can_ask_contact": is_offered(),
            "can_ask_sorting": wants_sorted.is_offered(),
            "room": session_on(request),
            "desk": _desk(request, edition),
            **_receipt(request, finished.receipt_seed),
        },
        language=finished.language,
        shows=["code"],
    )


def _desk(request: HttpRequest, edition: Edition) -> str:
    """Return where a worker who typed for somebody goes on; "" for anybody else.

    Only a browser that is signed in to the desk is asked who it is.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return ""
    survey = edition.survey
    if not user_can_run_survey(request.user, survey):
        return ""
    return reverse("surveys:assisted", args=[survey.slug])


def _receipt(request: HttpRequest, seed: str) -> dict[str, str]:
    """Return the receipt, where it is typed, and its QR code; empty without one.

    The code stands behind a # there, which no browser sends to any server.
    """
    if not seed:
        return {}
    code = receipt_of(seed)
    address = request.build_absolute_uri(reverse("surveys:code"))
    return {
        "receipt": code,
        "typed_at": address.split("://", 1)[1],
        "receipt_picture": code_of(f"{address}#{code}"),
    }

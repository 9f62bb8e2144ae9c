"""What a receipt opens: how far the consultation is, and the way to take answers back.

Nothing here is read from a response: a receipt whose answers were withdrawn, erased or
kept long enough shows the very same pages.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import translation
from django.views.decorators.http import require_GET

from surveys.domain.withdrawing import withdraw_by_receipt
from surveys.enums import CodeKind
from surveys.models import Consultation
from surveys.queries.consultations import consultation_words
from surveys.queries.receipts import consultation_of_receipt
from surveys.travelled import Stage, travelled
from surveys.views import opened
from surveys.views.pages import answering_page, for_young_people
from surveys.where_to_look import page_of
from voice.council.enums import BASE_LANGUAGE

# Which of our drawings (templates/drawings) stands beside each stage.
DRAWN = {
    Stage.SENT: "paper-plane",
    Stage.READ: "notebook",
    Stage.HEARD: "table-talk",
    Stage.BOARD: "meeting",
    Stage.DECIDED: "signpost",
    Stage.PROMISED: "sealed",
    Stage.KEPT: "seedling",
}


@for_young_people
@require_GET
def receipt(request: HttpRequest) -> HttpResponse:
    """Show how far the consultation is that this device's receipt belongs to."""
    consultation = _consultation(request)
    if consultation is None:
        return redirect("surveys:code")
    language = _language(request)
    words = consultation_words(consultation, language)
    return _page(
        request,
        "surveys/receipt.html",
        {
            "consultation": consultation,
            "words": words,
            "words_in": getattr(words, "language", BASE_LANGUAGE),
            "stages": [
                (stage, DRAWN[stage], told)
                for stage, told in travelled(consultation, language).items()
            ],
            "told_at": page_of(consultation, language),
        },
    )


@for_young_people
def withdraw(request: HttpRequest) -> HttpResponse:
    """Ask whether to take the answers back; posted, do it, and say that it is done."""
    held = opened.opened_on(request, CodeKind.RECEIPT)
    if not held or consultation_of_receipt(held) is None:
        return redirect("surveys:code")
    if request.method != "POST":
        return _page(request, "surveys/withdraw.html", {})
    withdraw_by_receipt(held)
    page = redirect("surveys:withdrawn")
    page.status_code = 303
    opened.forget_opened(page, request)
    return page


@for_young_people
@require_GET
def withdrawn(request: HttpRequest) -> HttpResponse:
    """Say what was taken back means; the same to anybody who opens this address."""
    return _page(request, "surveys/withdrawn.html", {})


def _consultation(request: HttpRequest) -> Consultation | None:
    """Return the consultation of the receipt that was typed on this device."""
    held = opened.opened_on(request, CodeKind.RECEIPT)
    return consultation_of_receipt(held) if held else None


def _page(
    request: HttpRequest, template: str, context: dict[str, object]
) -> HttpResponse:
    return answering_page(
        request, template, context, language=_language(request), shows=["journey"]
    )


def _language(request: HttpRequest) -> str:
    """Return the language the browser asks for, of those the house speaks."""
    return translation.get_language_from_request(request)

"""One question a page, at neutral addresses; then Finish, and thank you."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_GET

from surveys.domain.answering import (
    AnswerRefused,
    NoSuchQuestion,
    ResponseIsClosed,
    finish_response,
    save_answer,
)
from surveys.enums import QuestionKind
from surveys.forms.answer import SentPage
from surveys.logic.definition import QuestionDefinition, survey_words
from surveys.logic.paths import is_asked
from surveys.models import Edition, Response
from surveys.queries.consultations import consultation_words
from surveys.queries.responses import finished_response
from surveys.queries.steps import colour_of, definition_of, steps_of
from surveys.queries.text_pauses import text_is_paused
from surveys.views import device
from surveys.views.closed import not_on_this_device, nothing_changed
from surveys.views.pages import answering_page, for_young_people, onward
from surveys.views.showing import Shown, shown
from surveys.wants_contact import is_offered
from surveys.where_to_look import page_of


@for_young_people
def step(request: HttpRequest, number: int) -> HttpResponse:
    """Show the `number`-th step; a posted one is saved, by its own question's key."""
    response = device.response_on(request)
    if response is None:
        return _gone(request)
    steps = steps_of(response)
    if request.method == "POST":
        return _save(request, response, steps)
    if not 1 <= number <= len(steps):
        return redirect("surveys:finish")
    return _step_page(request, response, steps, number)


@for_young_people
def finish(request: HttpRequest) -> HttpResponse:
    """Show that the last question was reached; posted, finish for good and thank."""
    response = device.response_on(request)
    if request.method == "POST":
        return _finish(request, response)
    if response is None:
        return _gone(request)
    return answering_page(
        request,
        "surveys/last.html",
        {
            "response": response,
            "back": _address(len(steps_of(response))),
            "can_ask_contact": is_offered(),
        },
        language=response.language,
    )


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
            "look": page_of(consultation, finished.language),
            "can_ask_contact": is_offered(),
        },
        language=finished.language,
    )


def _save(
    request: HttpRequest, response: Response, steps: list[QuestionDefinition]
) -> HttpResponse:
    """Save one posted page and go on; refused, show it again with all that was typed."""
    sent = SentPage.read(request.POST)
    keys = [question["key"] for question in steps]
    if sent.response_id != str(response.pk) or sent.key not in keys:
        return nothing_changed(request)
    number = keys.index(sent.key) + 1
    question = steps[number - 1]
    if is_asked(question):
        value = None if sent.skipped else sent.value_for(question)
        try:
            with translation.override(response.language):
                save_answer(
                    response, key=sent.key, value=value, may_quote=sent.may_quote
                )
        except AnswerRefused as refused:
            return _step_page(
                request, response, steps, number, sent=sent, problem=refused.sentence
            )
        except (ResponseIsClosed, NoSuchQuestion):
            return nothing_changed(request)
    return onward(request, _address(number + 1, of=len(steps)))


def _finish(request: HttpRequest, response: Response | None) -> HttpResponse:
    """Finish the response the form names, when this device may; again is no harm."""
    named = request.POST.get("response", "")
    if response is None:
        # A retry after a lost connection comes with the cookie of before.
        response = finished_response(named)
    # A page of an earlier response must not end the one that is under way here.
    if response is None or str(response.pk) != named:
        return nothing_changed(request)
    try:
        finish_response(response)
    except ResponseIsClosed:
        return nothing_changed(request)
    page = onward(request, reverse("surveys:thanks"))
    device.remember_finished(page, response)
    return page


def _step_page(
    request: HttpRequest,
    response: Response,
    steps: list[QuestionDefinition],
    number: int,
    *,
    sent: SentPage | None = None,
    problem: str = "",
) -> HttpResponse:
    """Return one step, filled with what was sent just now or saved before."""
    question = steps[number - 1]
    with translation.override(response.language):
        on_page: Shown = shown(response, steps, number, sent=sent)
        errors = [{"href": "#answer", "text": problem}] if problem else []
    if _is_paused(response, question, on_page, sent):
        return _paused_page(request, response, on_page, number, of=len(steps))
    context: dict[str, Any] = {
        "response": response,
        "question": on_page,
        "errors": errors,
        "age_band": response.age_band,
        "colour": colour_of(response.edition),
        "back": _address(number - 1) if number > 1 else "",
        "action": _address(number),
    }
    return answering_page(
        request,
        f"surveys/steps/{question['kind']}.html",
        context,
        language=response.language,
        status=422 if problem else 200,
    )


def _is_paused(
    response: Response,
    question: QuestionDefinition,
    on_page: Shown,
    sent: SentPage | None,
) -> bool:
    """Say whether a kind notice stands here: no words are taken, and none were typed."""
    return (
        question["kind"] in QuestionKind.told()
        and sent is None
        and not on_page.words
        and text_is_paused(response.edition.survey_id)
    )


def _paused_page(
    request: HttpRequest, response: Response, on_page: Shown, number: int, *, of: int
) -> HttpResponse:
    """Return the notice in place of a text question, and the way on."""
    return answering_page(
        request,
        "surveys/steps/paused.html",
        {
            "question": on_page,
            "age_band": response.age_band,
            "colour": colour_of(response.edition),
            "back": _address(number - 1) if number > 1 else "",
            "onward": _address(number + 1, of=of),
        },
        language=response.language,
    )


def _gone(request: HttpRequest) -> HttpResponse:
    """Say that there is nothing to go on with; a posted form changed nothing."""
    if request.method == "POST":
        return nothing_changed(request)
    return not_on_this_device(request)


def _address(number: int, *, of: int | None = None) -> str:
    """Return the address of a step; after the last of `of` steps, of Finish."""
    if of is not None and number > of:
        return reverse("surveys:finish")
    return reverse("surveys:step", kwargs={"number": number})

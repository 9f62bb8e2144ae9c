"""One question a page, at neutral addresses; then Finish."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation

from surveys.domain.answering import (
    NoSuchQuestion,
    ResponseIsClosed,
    finish_response,
    save_answer,
)
from surveys.domain.receipts import seed_of_receipt
from surveys.domain.refused_answers import AnswerRefused
from surveys.forms.answer import SentPage
from surveys.logic.definition import QuestionDefinition
from surveys.logic.paths import is_asked
from surveys.models import Response
from surveys.queries.responses import finished_response
from surveys.queries.steps import pages_of
from surveys.views import device
from surveys.views.ceilings import under_ceilings
from surveys.views.closed import not_on_this_device, nothing_changed
from surveys.views.pages import (
    for_young_people,
    onward,
    wants_json,
)
from surveys.views.question_page import address_of, last_page, question_page
from surveys.views.read_back import UNCHECKED
from surveys.views.step_page import REFUSED


@for_young_people
@under_ceilings
def step(request: HttpRequest, number: int) -> HttpResponse:
    """Show the `number`-th step; a posted one is saved, by its own question's key."""
    response = device.response_on(request)
    if response is None:
        return _gone(request)
    steps = pages_of(response)
    if request.method == "POST":
        return _save(request, response, steps)
    if not 1 <= number <= len(steps):
        return redirect("surveys:finish")
    return question_page(request, response, steps, number)


@for_young_people
@under_ceilings
def finish(request: HttpRequest) -> HttpResponse:
    """Show that the last question was reached; posted, finish for good and thank."""
    response = device.response_on(request)
    if request.method == "POST":
        return _finish(request, response)
    if response is None:
        return _gone(request)
    typed = response.invitation.is_assisted
    if typed and not response.is_checked and UNCHECKED not in request.GET:
        return redirect("surveys:read_back")
    return last_page(request, response, pages_of(response))


def _save(
    request: HttpRequest, response: Response, steps: list[QuestionDefinition]
) -> HttpResponse:
    """Save one posted page and go on; refused, show it again with all that was typed."""
    sent = SentPage.read(request.POST, request.FILES)
    keys = [question["key"] for question in steps]
    if sent.response_id != str(response.pk) or sent.key not in keys:
        return nothing_changed(request)
    number = keys.index(sent.key) + 1
    question = steps[number - 1]
    if sent.looks:
        return question_page(request, response, steps, number, sent=sent)
    was_read_back = response.invitation.is_assisted and not _still_open(response, steps)
    if is_asked(question):
        try:
            with translation.override(response.language):
                problem = _trouble(response, question, sent)
        except (ResponseIsClosed, NoSuchQuestion):
            return nothing_changed(request)
        if problem:
            return _refused(request, response, steps, number, sent, problem)
    # What was said just now may have changed the path.
    pages = pages_of(response)
    back = was_read_back and not _still_open(response, pages)
    address = _after(sent, number, of=len(pages), back=back)
    return _onward(request, response, pages, address, number + 1)


def _after(sent: SentPage, number: int, *, of: int, back: bool) -> str:
    """Return where a saved page leads: aside, back to what is read back, or onward."""
    if sent.later:
        return reverse("surveys:save")
    if sent.wants_contact:
        return reverse("surveys:contact_from", args=[number])
    return reverse("surveys:read_back") if back else address_of(number + 1, of=of)


def _still_open(response: Response, steps: list[QuestionDefinition]) -> bool:
    """Say whether a question of the path has not been sent yet."""
    return any(is_asked(one) and one["key"] not in response.answers for one in steps)


def _onward(
    request: HttpRequest,
    response: Response,
    steps: list[QuestionDefinition],
    address: str,
    number: int,
) -> HttpResponse:
    """Return the way to `address`; to our own script, the `number`-th step itself."""
    if not wants_json(request) or address != address_of(number, of=len(steps)):
        return onward(request, address)
    if number <= len(steps):
        return question_page(request, response, steps, number)
    if response.invitation.is_assisted and not response.is_checked:
        return onward(request, address)
    return last_page(request, response, steps)


def _trouble(response: Response, question: QuestionDefinition, sent: SentPage) -> str:
    """Keep what was sent; return why it could not be. On the way aside, to save it for
    later or to ask for somebody, an empty page is no trouble."""
    aside = sent.later or sent.wants_contact
    if aside and not sent.says_anything(question):
        return ""
    problem = sent.trouble_with(question) or _kept(response, question, sent)
    # Nobody who asks for somebody waits for a choice that can be made again.
    return "" if sent.wants_contact and not sent.has_words(question) else problem


def _kept(response: Response, question: QuestionDefinition, sent: SentPage) -> str:
    """Keep the answer; return why it could not be, for its writer."""
    try:
        save_answer(
            response,
            key=question["key"],
            value=sent.value_for(question),
            words=sent.words,
            state=sent.state,
            recording=sent.recording.read() if sent.recording else None,
            may_quote=sent.may_quote,
        )
    except AnswerRefused as refused:
        return refused.sentence
    return ""


def _refused(
    request: HttpRequest,
    response: Response,
    steps: list[QuestionDefinition],
    number: int,
    sent: SentPage,
    problem: str,
) -> HttpResponse:
    """Return the page again; to script that holds a recording, only why."""
    if sent.recording and wants_json(request):
        return JsonResponse({"problem": problem}, status=REFUSED)
    return question_page(request, response, steps, number, sent=sent, problem=problem)


def _finish(request: HttpRequest, response: Response | None) -> HttpResponse:
    """Finish the response the form names, when this device may; again is no harm."""
    named = request.POST.get("response", "")
    if response is None:
        # A retry after a lost connection comes with the cookie of before.
        response = finished_response(named)
    # A page of an earlier response must not end the one that is under way here.
    if response is None or str(response.pk) != named:
        return nothing_changed(request)
    capability = device.capability_on(request)
    try:
        finish_response(response, capability=capability)
    except ResponseIsClosed:
        return nothing_changed(request)
    page = onward(request, reverse("surveys:thanks"))
    seed = seed_of_receipt(response, capability)
    device.remember_finished(page, response, seed=seed)
    return page


def _gone(request: HttpRequest) -> HttpResponse:
    """Say that there is nothing to go on with; a posted form changed nothing."""
    if request.method == "POST":
        return nothing_changed(request)
    return not_on_this_device(request)

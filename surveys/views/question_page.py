"""A young person's step: a page, or what our own script puts in the last one's place."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation

from surveys import wants_sorted
from surveys.enums import QuestionKind
from surveys.forms.answer import SentPage
from surveys.logic.definition import (
    QuestionDefinition,
    question_words,
    survey_words,
)
from surveys.logic.paths import is_breath, place_of
from surveys.logic.support import is_support
from surveys.models import Response
from surveys.queries.responses import said_before
from surveys.queries.steps import definition_of
from surveys.views.compiled import (
    AROUND,
    HOLES,
    Compiled,
    closer,
    compiled,
    filled,
    put_around,
)
from surveys.views.look_cookie import look_now
from surveys.views.pages import (
    Part,
    answering_markup,
    answering_part,
    part_sent,
    wants_json,
)
from surveys.views.showing import Said, shown
from surveys.views.step_page import (
    REFUSED,
    allow_recording,
    plain_where,
    template_of,
)
from surveys.wants_contact import is_offered
from voice.council.queries.bands import reads_as
from voice.council.queries.reading_times import reading_times


@dataclass(frozen=True, slots=True)
class Turn:
    """Which step of whose path is shown."""

    request: HttpRequest
    response: Response
    steps: list[QuestionDefinition]
    number: int

    @property
    def question(self) -> QuestionDefinition:
        """Return the step."""
        return self.steps[self.number - 1]

    @property
    def has_words(self) -> bool:
        """Say whether words of one's own may be told to it."""
        return self.question["kind"] in QuestionKind.told() or "other" in self.question


def question_page(
    request: HttpRequest,
    response: Response,
    steps: list[QuestionDefinition],
    number: int,
    *,
    sent: SentPage | None = None,
    problem: str = "",
) -> HttpResponse:
    """Return the `number`-th step, filled with what was sent just now or saved before."""
    turn = Turn(request, response, steps, number)
    if sent is None and _is_the_same_for_all(turn):
        found = compiled(_key(turn), lambda: closer(_made(turn, Said(), HOLES)))
        part = filled(found, request, response.pk)
    else:
        said = Said()
        if turn.has_words:
            said = Said(*said_before(response, turn.question["key"]))
        found = _made(turn, said, {"response": response}, sent=sent, problem=problem)
        part = found.part
    return _sent(
        turn.request,
        response,
        part,
        address_of(number),
        status=REFUSED if problem else 200,
        shows=found.shows,
    )


def last_page(
    request: HttpRequest, response: Response, steps: list[QuestionDefinition]
) -> HttpResponse:
    """Return the page after the last step, with Finish."""
    part = answering_part(
        request,
        "surveys/last.html",
        {
            "response": response,
            "typed": response.invitation.is_assisted,
            "back": address_of(len(steps)),
            "can_ask_contact": is_offered(),
            "can_ask_sorting": wants_sorted.is_offered(),
        },
        language=response.language,
    )
    return _sent(request, response, part, reverse("surveys:finish"))


def address_of(number: int, *, of: int | None = None) -> str:
    """Return the address of a step; after the last of `of` steps, of Finish."""
    if of is not None and number > of:
        return reverse("surveys:finish")
    return reverse("surveys:step", kwargs={"number": number})


def _sent(
    request: HttpRequest,
    response: Response,
    part: Part,
    address: str,
    *,
    status: int = 200,
    shows: tuple[str, ...] = (),
) -> HttpResponse:
    """Return the part alone to our own script, else the page around it."""
    if response.invitation.is_assisted:
        shows = (*shows, "typed")
    if wants_json(request):
        return part_sent(address, part, status=status, shows=shows)
    page = HttpResponse(_whole(request, response, part, shows), status=status)
    page.headers["Content-Language"] = response.language
    # The page stays while its steps change: what one of them may do, it may do.
    questions = definition_of(response.edition)["questions"]
    if any(question["kind"] == QuestionKind.VOICE for question in questions):
        allow_recording(page)
    return page


def _whole(
    request: HttpRequest, response: Response, part: Part, shows: tuple[str, ...]
) -> str:
    """Return the page around `part`; the same for all who see it alike."""
    context = {
        "colour": response.colour,  # type: ignore[attr-defined]  # read along by response_under_way
        "age_band": response.age_band,
        "has_form": 'id="page"' in part.main,
        "typed": response.invitation.is_assisted,
    }

    def made() -> Compiled:
        markup = answering_markup(
            request,
            "surveys/steps/whole.html",
            context | AROUND,
            language=response.language,
            shows=shows,
        )
        return closer(Compiled(Part(markup, ""), shows))

    key = (
        *context.values(),
        response.language,
        reads_as(response.age_band, None),
        look_now(request),
        shows,
        # Where choosing a look leads back to, when no form of the step takes it along.
        "" if context["has_form"] else request.path,
    )
    # Whoever signed in to the desk may see more than others.
    is_staff = settings.SESSION_COOKIE_NAME in request.COOKIES
    return put_around(part, made() if is_staff else compiled(key, made), request)


def _is_the_same_for_all(turn: Turn) -> bool:
    """Say whether nothing on this step is one young person's own."""
    question, response = turn.question, turn.response
    if is_support(question) or question["key"] in response.answers:
        return False
    if turn.has_words and _is_paused(turn):
        return False
    if question["kind"] == QuestionKind.MESSAGE:
        # Whether a guide says it hangs on how an age band reads, which may change.
        return False
    words = question_words(
        question, language=response.language, age_band=response.age_band
    )
    return "{answer:" not in str(words)


def _key(turn: Turn) -> tuple[object, ...]:
    """Return all that a step nothing was answered on hangs on."""
    response = turn.response
    return (
        response.edition.content_hash,
        response.language,
        response.age_band,
        response.invitation.is_assisted,
        is_offered(),
        turn.question["key"],
        turn.number,
        place_of(turn.steps, turn.number),
        is_breath(turn.steps, turn.number),
        reading_times(timezone.now()) if turn.has_words else None,
        timezone.localdate().year if turn.question["kind"] == QuestionKind.DATE else 0,
    )


def _is_paused(turn: Turn) -> bool:
    """Say whether the survey takes no words for now."""
    return bool(turn.response.text_paused)  # type: ignore[attr-defined]  # read along by response_under_way


def _made(
    turn: Turn,
    said: Said,
    own: dict[str, Any],
    *,
    sent: SentPage | None = None,
    problem: str = "",
) -> Compiled:
    """Return the step as a template makes it; `own` is what is one person's."""
    response, number = turn.response, turn.number
    question = turn.question
    is_paused = turn.has_words and sent is None and said == Said() and _is_paused(turn)
    with translation.override(response.language):
        on_page = shown(
            response,
            turn.steps,
            number,
            said=said,
            sent=sent,
            takes_words=not is_paused,
            support=_support(response),
        )
    context = {
        "question": on_page,
        "errors": [{"href": "#answer", "text": problem}] if problem else [],
        "age_band": response.age_band,
        "back": address_of(number - 1) if number > 1 else "",
        "action": address_of(number),
        "guide": definition_of(response.edition).get("assistant", False),
        "can_ask_contact": is_offered(),
        "ask_contact": reverse("surveys:contact_from", args=[number])
        if is_offered()
        else "",
        "typed": response.invitation.is_assisted,
        "onward": address_of(number + 1, of=len(turn.steps)),
    }
    template = template_of(question)
    if is_paused and question["kind"] in QuestionKind.told():
        template = "surveys/steps/paused.html"
    part = answering_part(
        turn.request, template, context | own, language=response.language
    )
    more = plain_where(problem or is_paused or is_support(question))
    return Compiled(part, (*on_page.shows, *more))


def _support(response: Response) -> str:
    """Return what the survey says after a sensitive question; empty when it says none."""
    words = survey_words(
        definition_of(response.edition),
        language=response.language,
        age_band=response.age_band,
    )
    return words.get("support", "")

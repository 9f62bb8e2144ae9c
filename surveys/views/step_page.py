"""One step as a page: a young person's, or a worker's who tries a draft."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.csp import CSP

from surveys.answering_style import PLAIN
from surveys.enums import QuestionKind
from surveys.logic.definition import QuestionDefinition
from surveys.logic.support import is_support
from surveys.views.pages import answering_page
from surveys.views.showing import Shown, Walk
from voice.headers import PERMISSIONS

# What was just recorded is heard again from memory, on the page that records alone.
HEARS_ITSELF = {**settings.SECURE_CSP, "media-src": [CSP.SELF, "blob:"]}
MICROPHONE = PERMISSIONS.replace("microphone=()", "microphone=(self)")
REFUSED = 422


def step_page(
    request: HttpRequest,
    walk: Walk,
    question: QuestionDefinition,
    on_page: Shown,
    context: dict[str, Any],
    *,
    problem: str = "",
    trial: bool = False,
) -> HttpResponse:
    """Return one step; with a `problem`, saying it and leading to the answer.

    `trial` says that `context` has what the strip of a test run tells.
    """
    page = answering_page(
        request,
        template_of(question),
        {
            "question": on_page,
            "errors": [{"href": "#answer", "text": problem}] if problem else [],
            "age_band": walk.age_band,
            **context,
        },
        language=walk.language,
        status=REFUSED if problem else 200,
        shows=[
            *on_page.shows,
            *plain_where(problem or is_support(question)),
            *(["trial"] if trial else []),
            *(["typed"] if context.get("typed") else []),
        ],
    )
    if question["kind"] == QuestionKind.VOICE:
        allow_recording(page)
    return page


def plain_where(needed: object) -> list[str]:
    """Return what surveys.answering_style is told where a step says more than a question."""
    return [PLAIN] if needed else []


def template_of(question: QuestionDefinition) -> str:
    """Return the name of the template that draws the step."""
    name = "support" if is_support(question) else question["kind"]
    return f"surveys/steps/{name}.html"


def allow_recording(page: HttpResponse) -> None:
    """Let the page ask for the microphone, and play what was just recorded."""
    page._csp_config = HEARS_ITSELF  # type: ignore[attr-defined]  # noqa: SLF001 - Django reads it
    page.headers["Permissions-Policy"] = MICROPHONE

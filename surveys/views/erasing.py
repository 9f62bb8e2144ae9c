"""At the desk: erasing what one known young person answered, or said in a session."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from surveys.domain.erasing import StillUnread, erase_response, erase_statement
from surveys.enums import Mode
from surveys.models import Comment, Survey
from surveys.permissions import (
    user_can_run_survey,
    user_can_run_surveys,
    user_may_erase,
)
from surveys.queries.erasable import surveys_to_erase_in
from surveys.queries.known import known_response, known_responses
from surveys.views.found import survey_run
from voice.accounts.gate import recently_proven, signed_in, staff_only


@staff_only(user_may_erase)
@require_safe
def known(request: HttpRequest, slug: str) -> HttpResponse:
    """List the responses of a survey that are known to be one person's."""
    survey = get_object_or_404(surveys_to_erase_in(request.user), slug=slug)
    context = {
        "survey": survey,
        "runs_it": user_can_run_survey(request.user, survey),
        "known": known_responses(survey),
        "names_not_asked": survey.mode == Mode.NAME_NOT_ASKED,
    }
    return render(request, "surveys/known.html", context)


@staff_only(user_may_erase)
@recently_proven
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Ask once more, then erase one response for good."""
    survey: Survey = get_object_or_404(surveys_to_erase_in(request.user), slug=slug)
    found = known_response(survey, pk)
    if found is None:
        raise Http404
    if request.method == "POST" and request.POST.get("sure") == "yes":
        try:
            erase_response(found.response, by=signed_in(request))
        except StillUnread as unread:
            messages.error(request, str(unread))
        else:
            messages.success(request, _("Erased. It is counted no more."))
        return redirect("surveys:known", slug=slug)
    return render(
        request,
        "surveys/erase.html",
        {"survey": survey, "one": found},
        status=422 if request.method == "POST" else 200,
    )


@staff_only(user_can_run_surveys)
@recently_proven
@require_http_methods(["GET", "HEAD", "POST"])
def erase_said(
    request: HttpRequest, slug: str, pk: UUID, comment_id: UUID
) -> HttpResponse:
    """Ask once more, then erase one statement of a session for good."""
    survey = survey_run(request, slug)
    statements = Comment.objects.select_related("survey", "session_note", "question")
    statement = get_object_or_404(
        statements, session_note=pk, survey=survey, pk=comment_id
    )
    if request.method == "POST" and request.POST.get("sure") == "yes":
        try:
            erase_statement(statement, by=signed_in(request))
        except StillUnread as unread:
            messages.error(request, str(unread))
        else:
            messages.success(request, _("Erased for good."))
        return redirect("surveys:session_note", slug=slug, pk=pk)
    return render(
        request,
        "surveys/session_note_erase.html",
        {"survey": survey, "statement": statement, "note": statement.session_note},
        status=422 if request.method == "POST" else 200,
    )

"""At the desk: a room is opened, its code goes on the wall, and only counts are seen."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from surveys.domain.answering import SurveyIsClosed
from surveys.domain.group_sessions import close_session, open_session
from surveys.forms.group_sessions import GroupSessionForm
from surveys.logic.posters import code_of
from surveys.models import GroupSession, Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.consultations import consultation_words
from surveys.queries.group_sessions import room_counts, sessions_of
from surveys.queries.opening import survey_is_open
from surveys.views.found import survey_answered, survey_run
from voice.accounts.gate import signed_in, staff_only


@staff_only(user_can_run_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def group_sessions(request: HttpRequest, slug: str) -> HttpResponse:
    """List a survey's group sessions; posted, open one."""
    survey = survey_answered(request, slug)
    form = GroupSessionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            session = open_session(survey, by=signed_in(request), **form.cleaned_data)
        except SurveyIsClosed as refused:
            form.add_error(None, refused.sentence)
        else:
            return redirect("surveys:group_session", slug=slug, pk=session.pk)
    now = timezone.now()
    return render(
        request,
        "surveys/group_sessions.html",
        {
            "survey": survey,
            "form": form,
            "is_open": survey_is_open(survey, on=timezone.localdate(now)),
            "sessions": [
                (session, session.is_open(at=now)) for session in sessions_of(survey)
            ],
        },
        status=422 if form.errors else 200,
    )


@staff_only(user_can_run_surveys)
@require_safe
def group_session(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show a room's code and how many started and finished; nothing else of them."""
    survey = survey_run(request, slug)
    session = _session(survey, pk)
    return render(
        request,
        "surveys/group_session.html",
        {
            "survey": survey,
            "session": session,
            "is_open": session.is_open(at=timezone.now()),
            "counts": room_counts(session),
            "stands_still": "still" in request.GET,
        },
    )


@staff_only(user_can_run_surveys)
@require_safe
def wall(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Show a room's code large, for a wall or a projector, with a QR code."""
    survey = survey_run(request, slug)
    session = _session(survey, pk)
    consultation = survey.consultation
    start = reverse("surveys:start", kwargs={"token": session.invitation.token})
    return render(
        request,
        "surveys/wall.html",
        {
            "survey": survey,
            "session": session,
            "is_open": session.is_open(at=timezone.now()),
            "consultation": consultation,
            "consultation_words": consultation_words(consultation, "en"),
            "typed": f"{request.get_host()}/c",
            "code": code_of(request.build_absolute_uri(start)),
        },
    )


@staff_only(user_can_run_surveys)
@require_POST
def close(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Let nobody into a room any more."""
    session = _session(survey_run(request, slug), pk)
    close_session(session, by=signed_in(request))
    return redirect("surveys:group_session", slug=slug, pk=pk)


def _session(survey: Survey, pk: int) -> GroupSession:
    """Return a session of `survey`; Http404 for any other, and for none."""
    return get_object_or_404(sessions_of(survey), pk=pk)

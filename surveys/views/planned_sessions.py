"""At the desk: sessions are planned, moved and cancelled, and lead on to their notes."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from surveys.domain.planned_sessions import (
    CannotPlan,
    PlanChanged,
    cancel_session,
    change_session,
    plan_session,
)
from surveys.forms.planned_session import CancelForm, NameLook, PlanForm
from surveys.models import PlannedSession, Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.editions import current_edition
from surveys.queries.planned_sessions import planned_of
from surveys.views.found import survey_run
from voice.accounts.gate import signed_in, staff_only

ASKED = ("GET", "HEAD", "POST")
REFUSED, SECOND = 422, 409


@staff_only(user_can_run_surveys)
@require_safe
def planned_sessions(request: HttpRequest, slug: str) -> HttpResponse:
    """List the sessions of a survey: coming, held with their notes, cancelled."""
    survey = survey_run(request, slug)
    context = {
        "survey": survey,
        "planned": planned_of(survey, at=timezone.now()),
        "is_published": current_edition(survey) is not None,
    }
    return render(request, "surveys/planned_sessions.html", context)


@never_cache
@staff_only(user_can_run_surveys)
@require_http_methods(ASKED)
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the form of a session; posted, plan it."""
    survey, user = survey_run(request, slug), signed_in(request)
    form = PlanForm(request.POST or None, survey=survey, by=user)
    if form.is_bound and form.is_valid():
        try:
            once = form.cleaned_data["once"]
            session = plan_session(survey, once=once, plan=form.plan(), by=user)
        except CannotPlan as refused:
            return _planning(request, survey, _told(form, refused))
        return _planned(request, session, _("Planned: %(title)s."))
    return _planning(request, survey, form)


@never_cache
@staff_only(user_can_run_surveys)
@require_http_methods(ASKED)
def planned_session(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show a session that is to come, to change or move it; else what became of it."""
    survey, user = survey_run(request, slug), signed_in(request)
    session = _session(survey, pk)
    if session.is_cancelled or session.is_over(at=timezone.now()):
        context = {
            "survey": survey,
            "session": session,
            "notes": session.standing_notes(),
            "is_published": current_edition(survey) is not None,
        }
        return render(request, "surveys/planned_session.html", context)
    form = PlanForm(request.POST or None, survey=survey, by=user, session=session)
    if form.is_bound and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            changed = change_session(
                session, plan=form.plan(), version=version, by=user
            )
        except CannotPlan as refused:
            status = SECOND if isinstance(refused, PlanChanged) else REFUSED
            form = _told(form, refused)
            return _planning(request, survey, form, session=session, status=status)
        return _planned(request, changed, _("Saved: %(title)s."))
    return _planning(request, survey, form, session=session)


@never_cache
@staff_only(user_can_run_surveys)
@require_http_methods(ASKED)
def cancel(request: HttpRequest, slug: str, pk: UUID) -> HttpResponse:
    """Ask why and say who reads it; posted, cancel, or say it did not take place."""
    survey = survey_run(request, slug)
    session = _session(survey, pk)
    form = CancelForm(request.POST or None)
    if form.is_bound and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            cancel_session(session, reason=reason, by=signed_in(request))
        except CannotPlan as refused:
            form = _told(form, refused)
        else:
            messages.success(request, _("It is cancelled. The reason stays with it."))
            return redirect("surveys:planned_sessions", slug=slug)
    context = {
        "survey": survey,
        "session": session,
        "form": form,
        "is_over": session.is_over(at=timezone.now()),
    }
    status = REFUSED if form.errors else 200
    return render(
        request, "surveys/planned_session_cancel.html", context, status=status
    )


def _planning(
    request: HttpRequest,
    survey: Survey,
    form: PlanForm,
    *,
    session: PlannedSession | None = None,
    status: int = REFUSED,
) -> HttpResponse:
    """Return the form, as it was typed where something stands against it."""
    context = {"survey": survey, "form": form, "session": session}
    return render(
        request,
        "surveys/planned_session_write.html",
        context,
        status=status if form.errors else 200,
    )


def _planned(request: HttpRequest, session: PlannedSession, said: str) -> HttpResponse:
    """Go on to the list, saying what became of a session."""
    messages.success(request, said % {"title": session.title})
    return redirect("surveys:planned_sessions", slug=session.survey.slug)


def _told[Form: NameLook](form: Form, refused: CannotPlan) -> Form:
    """Return the form with each refusal beside what it is about."""
    for name, sentence in refused.troubles.items():
        form.add_error(name if name in form.fields else None, sentence)
    return form


def _session(survey: Survey, pk: UUID) -> PlannedSession:
    """Return a session of this survey; Http404 for any other."""
    rows = PlannedSession.objects.select_related("survey", "held_by", "cancelled_by")
    return get_object_or_404(rows.prefetch_related("moves"), survey=survey, pk=pk)

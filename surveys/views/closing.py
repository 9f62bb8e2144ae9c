"""At the desk: close, open again, give more time, put away; each asked twice."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from surveys.domain.closing import (
    NotNow,
    archive_survey,
    close_survey,
    extend_survey,
    reasons_to_stay_at_hand,
    reasons_to_stay_closed,
    reopen_survey,
    take_out_of_archive,
)
from surveys.enums import Kept
from surveys.forms.closing import ConfirmForm, MoreTimeForm
from surveys.models import Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.planned_sessions import planned_of
from surveys.queries.reach import live_counts
from surveys.queries.retention import last_day
from surveys.views.found import survey_run
from voice.accounts.gate import signed_in, staff_only
from voice.accounts.models import User

ASKED = ("GET", "HEAD", "POST")


@staff_only(user_can_run_surveys)
@require_http_methods(ASKED)
def close(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what closing means; posted, close."""

    def act(survey: Survey, by: User) -> str:
        close_survey(survey, by=by)
        return _("Closed. Nobody can start it now; open it again whenever you like.")

    return _confirmed(request, slug, "close", act)


@staff_only(user_can_run_surveys)
@require_http_methods(ASKED)
def reopen(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what opening again means, or why it cannot be; posted, open."""

    def act(survey: Survey, by: User) -> str:
        reopen_survey(survey, by=by)
        return _("Open again, until %(day)s.") % {
            "day": date_format(survey.consultation.closes_on, "j F Y")
        }

    return _confirmed(request, slug, "reopen", act)


@staff_only(user_can_run_surveys)
@require_http_methods(ASKED)
def archive(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what putting away means; posted, put away."""

    def act(survey: Survey, by: User) -> str:
        archive_survey(survey, by=by)
        return _("Archived. You find it at the end of the list of surveys.")

    return _confirmed(request, slug, "archive", act)


@staff_only(user_can_run_surveys)
@require_http_methods(ASKED)
def take_out(request: HttpRequest, slug: str) -> HttpResponse:
    """Say what taking out of the archive means; posted, take out."""

    def act(survey: Survey, by: User) -> str:
        take_out_of_archive(survey, by=by)
        return _("Back among the surveys, closed as it was.")

    return _confirmed(request, slug, "take_out", act)


@staff_only(user_can_run_surveys)
@require_http_methods(ASKED)
def extend(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask for the new days; posted, let it close later."""
    survey = survey_run(request, slug)
    consultation = survey.consultation
    form = MoreTimeForm(
        request.POST if request.method == "POST" else None, consultation=consultation
    )
    if request.method == "POST" and form.is_valid():
        try:
            extend_survey(
                survey,
                closes_on=form.cleaned_data["closes_on"],
                reply_due_on=form.cleaned_data["reply_due_on"],
                reply_moved_why=form.cleaned_data["reply_moved_why"],
                by=signed_in(request),
            )
        except NotNow as refusal:
            for reason in refusal.reasons:
                form.add_error(None, reason)
        else:
            messages.success(
                request,
                _("It closes on %(day)s now.")
                % {"day": date_format(form.cleaned_data["closes_on"], "j F Y")},
            )
            return redirect("surveys:survey", slug=slug)
    return render(
        request,
        "surveys/more_time.html",
        {
            "survey": survey,
            "form": form,
            "surveys": consultation.surveys.order_by("title", "pk").count(),
            "words_end": last_day(survey, Kept.WORDS),
        },
        status=422 if form.errors else 200,
    )


def _confirmed(
    request: HttpRequest, slug: str, what: str, act: Callable[[Survey, User], str]
) -> HttpResponse:
    """Show what `act` means and do it once the person has said that they are sure."""
    survey = survey_run(request, slug)
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            done = act(survey, signed_in(request))
        except NotNow as refusal:
            for reason in refusal.reasons:
                form.add_error(None, reason)
        else:
            messages.success(request, done)
            return redirect("surveys:survey", slug=slug)
    return render(
        request,
        "surveys/confirm.html",
        {
            "survey": survey,
            "what": what,
            "form": form,
            "counts": live_counts(survey),
            "coming": (
                planned_of(survey, at=timezone.now()).coming
                if what in ("close", "archive")
                else []
            ),
            "reasons": reasons_to_stay_closed(survey) if what == "reopen" else [],
            "owed": reasons_to_stay_at_hand(survey) if what == "archive" else [],
        },
        status=422 if form.errors else 200,
    )

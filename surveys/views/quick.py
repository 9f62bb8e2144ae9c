"""At the desk: a poll of up to three questions, from nothing to a link in minutes."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from surveys.domain.invitations import open_link
from surveys.domain.polls import start_poll
from surveys.domain.publishing import CannotPublish, publish_survey
from surveys.forms.quick import QuickForm
from surveys.forms.sessions import SessionsForm
from surveys.models import Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.members import consultations_of
from voice.accounts.gate import signed_in, staff_only
from voice.accounts.models import User


@staff_only(user_can_run_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def quick(request: HttpRequest) -> HttpResponse:
    """Show the form of a poll; posted, make it, publish it and make its link.

    A poll that cannot be published yet is kept as a draft, with what is to be mended.
    """
    user = signed_in(request)
    form = QuickForm(
        request.POST if request.method == "POST" else None,
        decision_maker=_who_decides(user),
    )
    if form.is_bound and form.is_valid():
        try:
            survey = start_poll(form.facts(), by=user)
        except ValidationError as refused:
            form.add_error(None, refused.messages)
        else:
            return _publish(request, survey, by=user)
    return render(
        request,
        "surveys/quick.html",
        {"form": form, "pairs": _pairs(form)},
        status=422 if form.errors else 200,
    )


@staff_only(user_can_run_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def sessions(request: HttpRequest) -> HttpResponse:
    """Show the form of sessions; posted, make and publish what groups are asked.

    What cannot be published yet is kept as a draft, with what is to be mended.
    """
    user = signed_in(request)
    form = SessionsForm(
        request.POST if request.method == "POST" else None,
        decision_maker=_who_decides(user),
    )
    if form.is_bound and form.is_valid():
        try:
            survey = start_poll(form.facts(), by=user)
        except ValidationError as refused:
            form.add_error(None, refused.messages)
        else:
            return _open_sessions(request, survey, by=user)
    return render(
        request,
        "surveys/begin_sessions.html",
        {
            "form": form,
            "prompts": [form[name] for name in form.fields if "prompt_" in name],
        },
        status=422 if form.errors else 200,
    )


def _open_sessions(request: HttpRequest, survey: Survey, *, by: User) -> HttpResponse:
    """Publish what groups are asked, or lead to what keeps it back."""
    try:
        publish_survey(survey, by=by)
    except CannotPublish:
        messages.error(
            request, _("It is saved. Something must be mended before it opens.")
        )
        return redirect("surveys:check", slug=survey.slug)
    messages.success(
        request, _("It is open. After each session, write up what was said.")
    )
    return redirect("surveys:session_notes", slug=survey.slug)


def _publish(request: HttpRequest, survey: Survey, *, by: User) -> HttpResponse:
    """Publish a poll and make its link, or lead to what keeps it back."""
    try:
        publish_survey(survey, by=by)
    except CannotPublish:
        messages.error(
            request, _("Your poll is saved. Something must be mended before it opens.")
        )
        return redirect("surveys:check", slug=survey.slug)
    open_link(survey, by=by, label=_("Poll"))
    messages.success(request, _("Your poll is open. Here is its link."))
    return redirect("surveys:invitations", slug=survey.slug)


def _who_decides(user: User) -> str:
    """Return who decided the last thing this worker asked, or their own job title."""
    last = consultations_of(user).order_by("-opens_on", "-pk").first()
    return last.decision_maker if last else user.job_title


def _pairs(form: QuickForm) -> list[tuple[object, object]]:
    """Return the fields of each question: its words, and how it is answered."""
    numbers = [
        name.removeprefix("prompt_") for name in form.fields if "prompt_" in name
    ]
    return [(form[f"prompt_{n}"], form[f"kind_{n}"]) for n in numbers]

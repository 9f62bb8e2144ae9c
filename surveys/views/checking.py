"""At the desk: the checklist of a survey, publishing from it, and readers' time."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from surveys.domain.capacity import CannotAllow, allow_reading
from surveys.domain.publishing import CannotPublish, publish_survey
from surveys.drafting.reading import latest_draft_of
from surveys.forms.checking import AllowanceForm
from surveys.logic.findings import MOST_MINUTES
from surveys.logic.readability import A_WORD, BASE, LONG_SHARE, LONGEST_SENTENCE
from surveys.models import Survey
from surveys.permissions import (
    user_can_allow_reading,
    user_can_run_survey,
    user_can_run_surveys,
    user_may_see_reading_time,
)
from surveys.queries.capacity import allowance_of, hours_a_week, read_by, reckoning_of
from surveys.queries.checking import findings_of
from surveys.queries.comparing import next_edition
from surveys.queries.editions import current_edition
from surveys.queries.places import Places
from surveys.views.found import survey_run
from voice.accounts.gate import signed_in, staff_only
from voice.council.queries.settings import council_settings


@staff_only(user_can_run_surveys)
@require_safe
def check(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what must be mended in the newest draft, and what to think of again."""
    survey = survey_run(request, slug)
    latest = survey.get_latest_revision_as_object()
    found = findings_of(latest)
    return render(
        request,
        "surveys/check.html",
        {
            "survey": survey,
            "errors": [finding for finding in found if finding.is_error],
            "warnings": [finding for finding in found if not finding.is_error],
            "edition": current_edition(survey),
            "changes": next_edition(survey) if latest.has_unpublished_changes else None,
            "waits_until": _waits_until(latest),
            "edit_url": Places(survey).editor(),
            "formula": {"base": BASE, "a_word": A_WORD, "share": LONG_SHARE},
            "longest": LONGEST_SENTENCE,
            "minutes": MOST_MINUTES,
        },
    )


@staff_only(user_can_run_surveys)
@require_POST
def publish(request: HttpRequest, slug: str) -> HttpResponse:
    """Publish the newest draft, or go back to what must be mended."""
    survey = survey_run(request, slug)
    latest = survey.get_latest_revision_as_object()
    if _waits_until(latest) or survey.get_lock():
        messages.error(
            request,
            _(
                "It is scheduled, or locked by somebody who looks at it: see the editor."
            ),
        )
        return redirect("surveys:check", slug=slug)
    try:
        edition = publish_survey(latest, by=signed_in(request))
    except CannotPublish:
        messages.error(request, _("It cannot be published yet: see what to mend."))
        return redirect("surveys:check", slug=slug)
    messages.success(
        request,
        _("Published: edition %(number)d. Now make a link or a poster.")
        % {"number": edition.number},
    )
    return redirect("surveys:invitations", slug=slug)


@staff_only(user_may_see_reading_time)
@require_http_methods(["GET", "HEAD", "POST"])
def reading_time(request: HttpRequest, slug: str) -> HttpResponse:
    """Show whether readers have the time; a manager may allow more."""
    survey = get_object_or_404(Survey.objects.select_related("consultation"), slug=slug)
    is_manager = user_can_allow_reading(request.user)
    if not is_manager and not user_can_run_survey(request.user, survey):
        raise Http404
    latest = survey.get_latest_revision_as_object()
    form = AllowanceForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not is_manager:
        form.add_error(
            None, _("Only the duty manager or an administrator can allow it.")
        )
    if form.is_bound and form.is_valid():
        try:
            allow_reading(survey, how=form.cleaned_data["how"], by=signed_in(request))
        except CannotAllow as refused:
            form.add_error("how", str(refused))
        else:
            messages.success(request, _("Your yes is written down."))
            return redirect("surveys:reading_time", slug=slug)
    return render(
        request,
        "surveys/reading_time.html",
        {
            "survey": survey,
            "form": form,
            "is_manager": is_manager,
            "runs": user_can_run_survey(request.user, survey),
            "found": reckoning_of(latest, latest_draft_of(survey)),
            "hours_a_week": hours_a_week(survey),
            "read_by": read_by(survey),
            "allowance": allowance_of(survey),
            "council": council_settings(),
        },
        status=422 if form.errors else 200,
    )


def _waits_until(survey: Survey) -> object:
    """Return when the newest draft is to be published by the schedule, or None."""
    later = survey.go_live_at
    return later if later and later > timezone.now() else None

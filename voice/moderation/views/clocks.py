"""How long things wait, what was done in time, and closing text questions for a while."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from surveys.domain.text_pauses import pause_text, resume_text
from surveys.models import Survey
from surveys.queries.members import surveys_of
from surveys.queries.text_pauses import pauses_now
from voice.accounts.gate import signed_in, staff_only
from voice.moderation.permissions import user_can_pause_text, user_may_see_clocks
from voice.moderation.queries.clocks import (
    Limits,
    concern_clock,
    limits,
    oldest_unread,
    reading_clock,
)
from voice.moderation.queries.concerns import concerns_for


@staff_only(user_may_see_clocks)
@require_safe
def clocks(request: HttpRequest) -> HttpResponse:
    """Show each clock, and each survey with comments that wait."""
    user, now, allowed = signed_in(request), timezone.now(), limits()
    sees_all = user_can_pause_text(user)
    surveys = Survey.objects.all() if sees_all else surveys_of(user)
    context = {
        "limits": allowed,
        "worries": reading_clock(now, limits=allowed, worries=True, surveys=surveys),
        "comments": reading_clock(now, limits=allowed, worries=False, surveys=surveys),
        "concerns": concern_clock(now, limits=allowed, concerns=concerns_for(user))
        if sees_all
        else None,
        "surveys": _surveys(surveys.defer("questions"), allowed),
        "may_pause": sees_all,
        "now": now,
    }
    return render(request, "moderation/clocks.html", context)


@staff_only(user_can_pause_text)
@require_http_methods(["GET", "HEAD", "POST"])
def pause(request: HttpRequest, survey_id: int) -> HttpResponse:
    """Ask before the text questions of a survey are closed for a while."""
    survey = get_object_or_404(Survey, pk=survey_id)
    if request.method != "POST":
        return render(request, "moderation/pause_text.html", {"survey": survey})
    pause_text(survey, by=signed_in(request))
    messages.success(request, _("Closed. Young people read a kind notice and go on."))
    return redirect("moderation:clocks")


@staff_only(user_can_pause_text)
@require_POST
def resume(request: HttpRequest, survey_id: int) -> HttpResponse:
    """Open the text questions of a survey again."""
    survey = get_object_or_404(Survey, pk=survey_id)
    resume_text(survey, by=signed_in(request))
    messages.success(request, _("Open again: young people can write."))
    return redirect("moderation:clocks")


def _surveys(surveys: Any, allowed: Limits) -> list[dict[str, Any]]:
    """Return each survey with comments that wait, or closed text; the oldest first."""
    oldest, paused = oldest_unread(), pauses_now()
    found = surveys.filter(pk__in=oldest.keys() | paused.keys())
    rows = [
        {
            "survey": survey,
            "oldest_at": oldest.get(survey.pk),
            "due": allowed.comment(oldest[survey.pk]) if survey.pk in oldest else None,
            "pause": paused.get(survey.pk),
        }
        for survey in found
    ]
    return sorted(rows, key=lambda row: row["oldest_at"] or timezone.now())

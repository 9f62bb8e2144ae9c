"""Every survey's releases, and which can be made now."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from surveys.models import Survey
from surveys.queries.members import surveys_run_by
from voice.accounts.gate import staff_only
from voice.releases.enums import ReleaseState
from voice.releases.logic.gates import shut_gates
from voice.releases.models import Release
from voice.releases.permissions import (
    user_can_propose_release,
    user_can_read_releases,
    user_can_sign_any_release,
)
from voice.releases.presentation import gate_sentence
from voice.releases.queries.standing import standing_of, surveys_to_release


@dataclass(frozen=True)
class SurveyLine:
    """One survey as the list shows it; `runs` says whether the reader runs it."""

    survey: Survey
    releases: list[Release]
    reasons: list[str]
    runs: bool


@staff_only(user_can_read_releases)
@require_safe
def release_list(request: HttpRequest) -> HttpResponse:
    """Show published surveys with their releases; those who sign see what waits.

    A worker is shown the surveys they run, and what was issued of the others.
    """
    user = request.user
    run = set(surveys_run_by(user).values_list("pk", flat=True))
    signs_any = user_can_sign_any_release(user)
    lines = [
        _line(survey, runs=survey.pk in run, signs=signs_any or survey.pk in run)
        for survey in surveys_to_release()
    ]
    if user_can_propose_release(user) and not signs_any:
        lines = [line for line in lines if line.runs or line.releases]
    return render(
        request,
        "releases/list.html",
        {
            "lines": lines,
            "waiting": [
                release
                for line in lines
                for release in line.releases
                if release.is_waiting
            ],
        },
    )


def _line(survey: Survey, *, runs: bool, signs: bool) -> SurveyLine:
    """Return one survey, with its waiting releases only for those who sign them."""
    releases = [
        release
        for release in survey.releases.all()
        if release.is_issued or (signs and release.state != ReleaseState.DROPPED)
    ]
    gates = shut_gates(standing_of(survey)) if runs else []
    return SurveyLine(survey, releases, [gate_sentence(gate) for gate in gates], runs)

"""Every survey's releases, and which can be made now."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from surveys.models import Survey
from voice.accounts.gate import staff_only
from voice.releases.enums import ReleaseState
from voice.releases.logic.gates import shut_gates
from voice.releases.models import Release
from voice.releases.permissions import (
    user_can_propose_release,
    user_can_read_releases,
    user_can_sign_releases,
)
from voice.releases.presentation import gate_sentence
from voice.releases.queries.standing import standing_of, surveys_to_release


@dataclass(frozen=True)
class SurveyLine:
    """One survey as the list shows it."""

    survey: Survey
    releases: list[Release]
    reasons: list[str]


@staff_only(user_can_read_releases)
@require_safe
def release_list(request: HttpRequest) -> HttpResponse:
    """Show every published survey with its releases; those who sign see what waits."""
    signs = user_can_sign_releases(request.user)
    lines = [_line(survey, signs=signs) for survey in surveys_to_release()]
    return render(
        request,
        "releases/list.html",
        {
            "lines": lines,
            "can_propose": user_can_propose_release(request.user),
            "waiting": [
                release
                for line in lines
                for release in line.releases
                if release.is_waiting
            ],
        },
    )


def _line(survey: Survey, *, signs: bool) -> SurveyLine:
    """Return one survey, with its waiting and dropped releases only for signers."""
    releases = [
        release
        for release in survey.releases.all()
        if release.is_issued or (signs and release.state != ReleaseState.DROPPED)
    ]
    gates = shut_gates(standing_of(survey))
    return SurveyLine(survey, releases, [gate_sentence(gate) for gate in gates])

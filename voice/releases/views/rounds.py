"""Rounds side by side, question by question, for whoever reads releases."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from surveys.models import Survey
from voice.accounts.gate import staff_only
from voice.releases.permissions import user_can_read_releases
from voice.releases.queries.earlier_rounds import RoundAltered
from voice.releases.queries.releases import ReleaseAltered
from voice.releases.queries.rounds import RoundLine, side_by_side
from voice.releases.rounds_words import round_name, rounds_questions


@staff_only(user_can_read_releases)
@require_safe
def rounds(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a survey's questions over releases and earlier rounds.

    A survey of which nothing is told is missing.
    """
    survey = get_object_or_404(Survey.objects.select_related("consultation"), slug=slug)
    try:
        shown = side_by_side(survey)
    except (ReleaseAltered, RoundAltered) as altered:
        why = {"why": str(altered)}
        return render(request, "releases/altered.html", why, status=500)
    if shown is None:
        raise Http404
    context = {
        "survey": survey,
        "lines": [_line(one) for one in shown.rounds],
        "questions": rounds_questions(shown),
    }
    return render(request, "releases/rounds.html", context)


def _line(one: RoundLine) -> dict[str, object]:
    """Return what the list of rounds says of one."""
    return {
        "name": round_name(one),
        "release": one.release,
        "earlier": one.earlier,
        "reach": one.told.tables["reach"],
    }

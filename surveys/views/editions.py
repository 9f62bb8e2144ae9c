"""At the desk: a survey's editions, and what changed from one to another."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from surveys.models import Edition, Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.comparing import DRAFT, Compared, compared
from surveys.queries.editions import draft_is_newer, editions_of
from surveys.views.found import survey_run
from voice.accounts.gate import staff_only


@dataclass(frozen=True)
class Choice:
    """One edition, or the draft, as the form offers it."""

    value: str
    edition: Edition | None
    is_chosen: bool


@staff_only(user_can_run_surveys)
@require_safe
def editions(request: HttpRequest, slug: str) -> HttpResponse:
    """List the editions of a survey and compare two: `?before=1&after=2` or `draft`.

    Unasked: the draft with the newest edition where it is newer, else the last two.
    """
    survey = survey_run(request, slug)
    rows = editions_of(survey)
    found = [row.edition for row in rows]
    has_draft = bool(found) and draft_is_newer(survey, found[0])
    comparison = _comparison(request, survey, found, has_draft=has_draft)
    return render(
        request,
        "surveys/editions.html",
        {
            "survey": survey,
            "rows": rows,
            "has_draft": has_draft,
            "compared": comparison,
            "not_possible": comparison is None and "before" in request.GET,
            "befores": [_chosen(e, comparison, later=False) for e in found],
            "afters": [
                *([_chosen(None, comparison, later=True)] if has_draft else []),
                *(_chosen(e, comparison, later=True) for e in found),
            ],
        },
    )


def _comparison(
    request: HttpRequest, survey: Survey, found: list[Edition], *, has_draft: bool
) -> Compared | None:
    """Return the comparison asked for, or the one that is of use; None if neither."""
    before, after = request.GET.get("before", ""), request.GET.get("after", "")
    if before or after:
        later = None if after == DRAFT else _number(after)
        if after == DRAFT and not has_draft:
            later = 0
        return compared(survey, found, before=_number(before), after=later)
    if has_draft:
        return compared(survey, found, before=found[0].number, after=None)
    if len(found) > 1:
        return compared(survey, found, before=found[1].number, after=found[0].number)
    return None


def _number(said: str) -> int:
    """Return an edition's number; 0, which none has, for anything else."""
    return int(said) if said.isascii() and said.isdigit() else 0


def _chosen(edition: Edition | None, with_: Compared | None, *, later: bool) -> Choice:
    """Return `edition` (None for the draft) as an option, chosen where it is shown."""
    value = DRAFT if edition is None else str(edition.number)
    chosen = ""
    if with_ is not None:
        chosen = with_.later if later else str(with_.before.number)
    return Choice(value, edition, value == chosen)

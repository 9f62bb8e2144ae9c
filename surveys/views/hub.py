"""At the desk: one survey, where it stands, and every page that belongs to it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from surveys.enums import SurveyState
from surveys.models import Survey
from surveys.permissions import user_can_run_surveys
from surveys.queries.hardly_heard import HeardSoFar, heard_so_far
from surveys.queries.reach import Reach, as_one, by_kind, reach_of
from surveys.queries.session_notes import sessions_of
from surveys.queries.standing import Standing, standing_of
from surveys.queries.wordings import versions_of
from surveys.views.found import survey_run
from voice.accounts.gate import staff_only


@dataclass(frozen=True)
class Door:
    """One page of a survey: its address, what it is called, what is done there."""

    url_name: str
    title: str | Promise
    text: str | Promise

    def opened(self, survey: Survey) -> dict[str, object]:
        """Return the door as the page shows it, with its address."""
        url = reverse(self.url_name, kwargs={"slug": survey.slug})
        return {"url": url, "title": self.title, "text": self.text}


WRITING = (
    Door(
        "surveys:check",
        _("Checklist"),
        _("What must be mended before it is published, and what to think of again."),
    ),
    Door(
        "surveys:preview",
        _("Preview"),
        _("Every page in a phone, by age band and language, with script off too."),
    ),
    Door(
        "surveys:aloud",
        _("Read aloud"),
        _("What young people can listen to, and the machine's drafts to check."),
    ),
    Door(
        "surveys:try_survey",
        _("Test run"),
        _("Walk it as a young person would. Nothing is counted or kept."),
    ),
    Door(
        "surveys:editions",
        _("Editions"),
        _("What was published, what changed, and what that does to trends."),
    ),
    Door(
        "surveys:map",
        _("Map"),
        _("Every way through it, and how long it takes."),
    ),
)
PLANNING = Door(
    "surveys:planned_sessions",
    _("Planned sessions"),
    _("When and where you meet; move one, cancel one, write up what was said."),
)
NOTES = Door(
    "surveys:session_notes",
    _("Session notes"),
    _("Write up what a group said, and photograph the flipchart."),
)
ASKING = (
    Door(
        "surveys:invitations",
        _("Ways in"),
        _("Links, posters and codes; who was asked, and how many have answered."),
    ),
    Door(
        "surveys:results",
        _("Answers so far"),
        _("Exact counts of every question, side by side by age, language and help."),
    ),
    PLANNING,
    NOTES,
    Door(
        "surveys:set_aside",
        _("Hoaxes and duplicates"),
        _("Rules by which answers are set aside."),
    ),
    Door(
        "surveys:paper",
        _("On paper"),
        _("To print, in each language and age band, in large print too."),
    ),
    Door("surveys:known", _("Erase"), _("Take somebody’s answers away for good.")),
)
HEARING = (PLANNING, NOTES)
KEEPING = (
    Door("surveys:people", _("People"), _("Who runs this survey.")),
    Door(
        "surveys:copy",
        _("Copy"),
        _("Begin another survey with the same questions and wordings."),
    ),
)
SAVING = Door(
    "surveys:save_file",
    _("Save as a file"),
    _("Its newest edition, without answers, to be brought into Voice again."),
)


@staff_only(user_can_run_surveys)
@require_safe
def survey(request: HttpRequest, slug: str) -> HttpResponse:
    """Show where a survey stands, and what can be done with it."""
    found = survey_run(request, slug)
    standing = standing_of(found)
    reaches = reach_of(list(found.invitations.all()))
    return render(
        request,
        "surveys/survey.html",
        {
            "survey": found,
            "standing": standing,
            "counts": as_one(reaches).counts,
            "sessions": sessions_of(found),
            "heard": _heard(found, standing, reaches),
            "versions": versions_of(found),
            "kinds": [(kind.label, one) for kind, one in by_kind(reaches).items()],
            "groups": [
                (title, [door.opened(found) for door in doors])
                for title, doors in _groups(found, published=bool(standing.edition))
            ],
        },
    )


def _heard(
    survey: Survey, standing: Standing, reaches: list[Reach]
) -> HeardSoFar | None:
    """Return who has hardly been heard, while something can be done about it."""
    if standing.state != SurveyState.OPEN or survey.consultation.is_sessions_alone:
        return None
    return heard_so_far(survey, reaches)


def _groups(
    survey: Survey, *, published: bool
) -> list[tuple[str | Promise, tuple[Door, ...]]]:
    """Return the doors in groups; what takes an edition is left out before one.

    And every way to answer, where it is heard in sessions alone. Sessions can be
    planned from the first day.
    """
    groups: list[tuple[str | Promise, tuple[Door, ...]]] = [(_("Write it"), WRITING)]
    if published and survey.consultation.is_sessions_alone:
        groups.append((_("Hear it"), HEARING))
    elif published:
        groups.append((_("Ask it"), ASKING))
    else:
        groups.append((_("Hear it"), (PLANNING,)))
    keeping = (*KEEPING, SAVING) if published else KEEPING
    return [*groups, (_("Keep it"), keeping)]

"""Looks whether readers have time for a survey, and its group has not been asked lately."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from surveys.languages import band_name
from surveys.logic.asks import APART, Ask, asked_a_quarter
from surveys.logic.drafts import Draft
from surveys.logic.findings import Finding, error, warning
from surveys.models import Survey
from surveys.queries.asks import ask_of, asks_between
from surveys.queries.capacity import allowance_of, reckoning_of
from surveys.queries.places import Places
from voice.council.queries.settings import council_settings


def found_in_time(survey: Survey, draft: Draft) -> Iterator[Finding]:
    """Give what readers have no time for, and the asks that come too close.

    Nothing of a survey whose last day has passed.
    """
    if survey.consultation.closes_on < timezone.localdate():
        return
    yield from _capacity(survey, draft)
    yield from _asks(survey, draft)


def _capacity(survey: Survey, draft: Draft) -> Iterator[Finding]:
    """Give that more comments are expected than readers have hours for."""
    if survey.expected is None:
        yield warning(
            _("It does not say how many answers you expect."),
            _(
                "Say it in the editor. Until then we reckon with a share of those asked."
            ),
            href=Places(survey).editor(),
            action=_("Go to the editor"),
        )
    found = reckoning_of(survey, draft)
    if found.fits:
        return
    allowed = allowance_of(survey)
    if allowed and allowed.comments >= found.comments:
        return
    yield error(
        _(
            "About %(comments)d comments are expected: %(needed)s hours of reading. "
            "Its readers have %(there)s."
        )
        % {
            "comments": found.comments,
            "needed": _hours(found.hours_needed),
            "there": _hours(found.hours_there),
        },
        _(
            "Ask fewer questions in their own words, find more readers, or have a "
            "manager say how all of it will be read in time."
        ),
        href=reverse("surveys:reading_time", args=[survey.slug]),
        action=_("See how it is reckoned"),
    )


def _asks(survey: Survey, draft: Draft) -> Iterator[Finding]:
    """Give the surveys that ask the same group within eight weeks, and a spent budget."""
    mine = ask_of(survey, draft)
    near = asks_between(
        min(mine.opens_on - APART, mine.quarter.starts),
        max(mine.closes_on + APART, mine.quarter.ends),
    )
    others = [ask for ask in near if ask.pk != survey.pk]
    calendar = {
        "href": reverse("surveys:asks"),
        "action": _("Open the calendar of asks"),
    }
    for ask in others:
        groups = mine.groups_with(ask)
        if groups:
            yield warning(_too_near(ask, groups), _leave_them_alone(), **calendar)
    budget = council_settings().questions_a_quarter
    asked = asked_a_quarter([*others, mine])[mine.quarter]
    for band in mine.questions:
        if asked[band] > budget:
            facts = {"band": band_name(band), "asked": asked[band], "budget": budget}
            yield warning(
                _(
                    "%(band)s: with this survey they are asked %(asked)d questions this "
                    "quarter. We said %(budget)d at most."
                )
                % facts,
                _("Ask fewer, or ask later."),
                **calendar,
            )


def _too_near(ask: Ask, groups: list[str]) -> str:
    """Return, in a sentence, which other survey asks the same group."""
    facts = {
        "bands": ", ".join(band_name(band) for band in groups),
        "title": ask.title,
        "names": ", ".join(ask.run_by) or _("nobody yet"),
    }
    if ask.is_published:
        return _("%(bands)s: “%(title)s” asks them within eight weeks of it.") % facts
    return (
        _(
            "%(bands)s: a survey still being written (by %(names)s) asks them within "
            "eight weeks of it."
        )
        % facts
    )


def _leave_them_alone() -> str:
    """Return what to do about another ask."""
    return _("Ask together, ask later, or tell them why you ask again so soon.")


def _hours(hours: float) -> str:
    """Return hours as people write them: whole ones without a point."""
    return f"{hours:g}"

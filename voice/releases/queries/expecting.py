"""Reads, before a survey opens, what its releases will be able to tell."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from surveys.breakdown import Breakdown
from surveys.drafting.reading import draft_of
from surveys.logic.findings import Finding, warning
from surveys.logic.groups import BY_QUESTION
from surveys.models import Survey
from surveys.queries.capacity import answers_expected
from surveys.queries.places import Places
from voice.releases.logic.rule import FIGURES_FROM, SMALLEST_GROUP


def what_releases_can_tell(survey: Survey) -> Iterator[Finding]:
    """Give that so few answers are expected that figures or groups cannot be told.

    Groups are taken to be equal, the best that can be hoped for: a breakdown that
    falls short then, falls short always.
    """
    answers = answers_expected(survey)
    where = {"href": Places(survey).editor(), "action": _("Go to the editor")}
    if answers < FIGURES_FROM:
        yield warning(
            _(
                "About %(answers)d answers are expected: under %(least)d, results are "
                "told in words alone, without figures or groups."
            )
            % {"answers": answers, "least": FIGURES_FROM},
            _("Ask more people, or tell them beforehand how you will reply."),
            **where,
        )
        return
    for breakdown, groups in _groups(survey):
        if groups > 1 and answers < groups * SMALLEST_GROUP:
            yield warning(
                _(
                    "Results by %(breakdown)s: about %(answers)d answers make "
                    "%(groups)d groups of under %(least)d, which are put together or "
                    "not shown."
                )
                % {
                    "breakdown": breakdown,
                    "answers": answers,
                    "groups": groups,
                    "least": SMALLEST_GROUP,
                },
                _("Promise fewer groups, or leave this breakdown out."),
                **where,
            )


def _groups(survey: Survey) -> list[tuple[str, int]]:
    """Return what each breakdown of `survey` is called, with its number of groups."""
    options = {
        BY_QUESTION + one.key: (one.prompt, len(one.options))
        for one in draft_of(survey).questions
    }
    sizes = {
        Breakdown.AGE_BAND.value: len(survey.age_bands),
        Breakdown.LANGUAGE.value: len(survey.languages),
    }
    named = {
        value: (str(Breakdown(value).label).lower(), size)
        for value, size in sizes.items()
    } | options
    return [named[value] for value in survey.breakdowns if value in named]

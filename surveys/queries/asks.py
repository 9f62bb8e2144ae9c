"""Reads who is asked what, when: the calendar of asks that all workers share.

What is published is public anyway. Of a survey that others still write, its dates,
age bands and number of questions are told, and who runs it; never its words
(docs/decisions/0016).
"""

from collections.abc import Mapping
from datetime import date

from django.utils import timezone

from surveys.drafting.reading import latest_draft_of
from surveys.enums import QuestionKind
from surveys.logic.asks import Ask
from surveys.logic.checking_shape import questions_for
from surveys.logic.definition import Definition
from surveys.logic.drafts import Draft
from surveys.models import Survey


def asks_between(first: date, last: date) -> list[Ask]:
    """Return the asks that are open on some day of a stretch, in the order of time.

    A draft whose dates have passed was never asked. Published ones count as their
    newest edition asks, others as their newest draft does.
    """
    surveys = (
        Survey.objects.filter(
            consultation__opens_on__lte=last, consultation__closes_on__gte=first
        )
        .select_related("consultation", "latest_revision")
        .prefetch_related("members__user", "editions")
        .order_by("consultation__opens_on", "title", "pk")
    )
    today = timezone.localdate()
    asks = [_ask(survey) for survey in surveys]
    return [ask for ask in asks if ask.is_published or ask.closes_on >= today]


def ask_of(survey: Survey, draft: Draft) -> Ask:
    """Return `draft` as the ask of `survey`, whatever of it is published."""
    bands = {band: len(questions_for(draft, band)) for band in draft.age_bands}
    return _as_ask(survey, bands, is_published=False, run_by=())


def _ask(survey: Survey) -> Ask:
    """Return one survey as an ask."""
    run_by = tuple(member.user.name for member in survey.members.all())
    editions = list(survey.editions.all())
    if editions:
        bands = _asked_by(editions[0].definition)
        return _as_ask(survey, bands, is_published=True, run_by=run_by)
    draft = latest_draft_of(survey)
    bands = {band: len(questions_for(draft, band)) for band in draft.age_bands}
    return _as_ask(survey, bands, is_published=False, run_by=run_by)


def _asked_by(definition: Definition) -> dict[str, int]:
    """Return how many questions an edition asks of each age band."""
    return {
        band: sum(
            question["kind"] not in QuestionKind.silent()
            and band in question.get("age_bands", [band])
            for question in definition["questions"]
        )
        for band in definition["age_bands"]
    }


def _as_ask(
    survey: Survey,
    questions: Mapping[str, int],
    *,
    is_published: bool,
    run_by: tuple[str, ...],
) -> Ask:
    """Return the ask of a survey that asks so many questions."""
    consultation = survey.consultation
    return Ask(
        pk=survey.pk or 0,
        slug=survey.slug,
        title=survey.title,
        asked_who=survey.asks_whom,
        opens_on=consultation.opens_on,
        closes_on=consultation.closes_on,
        questions=questions,
        run_by=run_by,
        is_published=is_published,
    )

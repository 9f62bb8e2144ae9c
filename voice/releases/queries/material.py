"""Gathers what a release is made from: true numbers, for this app alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from surveys.enums import ResponseState
from surveys.logic.definition import QuestionDefinition
from surveys.models import Edition, Response, Survey
from surveys.queries.counted import CountedResponse, counted_responses
from surveys.queries.setting_aside import how_many_set_aside
from voice.moderation.enums import ReadingState, WithholdReason
from voice.moderation.models import Reading
from voice.moderation.queries.kept import counted_readings
from voice.releases.logic.making import Material
from voice.releases.logic.tally import Counted
from voice.releases.logic.theme_rows import ThemeEntry
from voice.releases.queries.editions import (
    CLOSED,
    agrees,
    anybody_may_write,
    closed_question,
    declared_breakdowns,
    newest_questions,
    open_questions,
)
from voice.themes.enums import ThemeState
from voice.themes.models import Theme
from voice.themes.queries import themes_by_response


@dataclass(frozen=True, slots=True)
class _Heard:
    """The answers of one survey and the editions they belong to."""

    editions: list[Edition]
    responses: list[CountedResponse]
    edition_of: dict[UUID, int]


def release_material(survey: Survey) -> Material:
    """Return everything a release of this survey is made from."""
    heard = _heard(survey)
    consultation = survey.consultation
    breakdowns = declared_breakdowns(heard.editions)
    asked = [
        (edition, question)
        for edition, question in newest_questions(heard.editions)
        if question["kind"] in CLOSED
    ]
    return Material(
        consultation={"slug": consultation.slug, "title": consultation.title},
        survey={"slug": survey.slug, "title": survey.title},
        editions=[edition.number for edition in heard.editions],
        asked=consultation.asked,
        asked_who=consultation.asked_who,
        missing=consultation.missing,
        questions=[
            closed_question(edition, question, heard.editions)
            for edition, question in asked
        ],
        open_questions=open_questions(heard.editions),
        responses=heard.responses,
        responses_of={
            question["key"]: _responses_to(heard, question) for _, question in asked
        },
        breakdowns=breakdowns,
        themes=_themes(survey),
        said=_said(survey, {response.id for response in heard.responses}),
        withheld=_withheld(survey),
        set_aside=how_many_set_aside(survey),
        group_of=_groups(heard, breakdowns),
    )


def _heard(survey: Survey) -> _Heard:
    """Return what counts, and the editions it was said to, newest first."""
    responses = list(counted_responses(survey))
    edition_of = dict(
        Response.objects.filter(
            edition__survey=survey, state__in=ResponseState.counted()
        ).values_list("id", "edition_id")
    )
    used = set(edition_of.values())
    editions = list(survey.editions.order_by("-number"))
    answered = [edition for edition in editions if edition.pk in used]
    return _Heard(answered or editions[:1], responses, edition_of)


def _responses_to(heard: _Heard, question: QuestionDefinition) -> list[Counted]:
    """Return the responses to every edition that asks the question alike."""
    alike = {edition.pk for edition in heard.editions if agrees(edition, question)}
    return [
        response
        for response in heard.responses
        if heard.edition_of.get(response.id) in alike
    ]


def _groups(heard: _Heard, breakdowns: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return the group of each response by each breakdown, for its themes.

    None where only those who chose something are asked to write: how many of a group
    wrote would tell of the others.
    """
    if not anybody_may_write(heard.editions):
        return {}
    return {
        by: {str(one.id): str(getattr(one, by)) for one in heard.responses}
        for by in breakdowns
    }


def _themes(survey: Survey) -> list[ThemeEntry]:
    """Return the themes of the codebooks of this survey's consultation."""
    themes = (
        Theme.objects.filter(codebook__consultations=survey.consultation_id)
        .exclude(state=ThemeState.RETIRED)
        .order_by("pk")
        .distinct()
    )
    return [
        ThemeEntry(
            key=str(theme.pk),
            name=theme.name,
            sentence=theme.sentence,
            colour=theme.colour,
            kind=theme.kind,
            heard_from_few=theme.heard_from_few,
        )
        for theme in themes
    ]


def _said(survey: Survey, counted: set[UUID]) -> dict[str, frozenset[str]]:
    """Return the themes of each counted response that has a kept comment."""
    readings = counted_readings(survey)
    wrote = set(readings.values_list("comment__response_id", flat=True))
    themes = themes_by_response(survey)
    return {
        str(response): frozenset(str(key) for key in themes.get(response, set()))
        for response in wrote & counted
    }


def _withheld(survey: Survey) -> dict[str, int]:
    """Return how many comments were kept back for each reason there is."""
    reasons = Reading.objects.filter(
        comment__survey=survey,
        comment__response__state__in=ResponseState.counted(),
        state=ReadingState.WITHHELD,
    ).values_list("reason", flat=True)
    return dict.fromkeys(WithholdReason.values, 0) | Counter(reasons)

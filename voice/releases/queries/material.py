"""Gathers what a release is made from: true numbers, for this app alone."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from surveys.enums import ResponseState
from surveys.logic.definition import QuestionDefinition
from surveys.models import Edition, Response, Survey
from surveys.queries.counted import CountedResponse, counted_responses
from surveys.queries.joined import agrees, newest_questions
from surveys.queries.setting_aside import how_many_set_aside
from voice.moderation.enums import ReadingState, WithholdReason
from voice.moderation.models import Reading
from voice.moderation.queries.kept import counted_readings
from voice.releases.logic.material import Material
from voice.releases.logic.tables import NamedSurvey
from voice.releases.logic.tally import Counted, group_in
from voice.releases.logic.theme_rows import ThemeEntry
from voice.releases.queries.editions import (
    CLOSED,
    anybody_may_write,
    closed_question,
    declared_breakdowns,
    open_questions,
)
from voice.themes.enums import Standing, ThemeState
from voice.themes.models import Theme
from voice.themes.queries import themes_by_response
from voice.themes.queries.agreement import questions_told, standings_of


@dataclass(frozen=True, slots=True)
class _Heard:
    """The answers of one survey and the editions they belong to."""

    editions: list[Edition]
    responses: list[CountedResponse]
    edition_of: dict[UUID, int]


@dataclass(frozen=True, slots=True)
class Coding:
    """What agreement between coders lets into a release.

    `left_out` maps the ids of questions whose themes may not travel to their keys;
    `by_one` says that one person alone tagged some question that may.
    """

    left_out: dict[int, str]
    by_one: bool


def coding_of(survey: Survey) -> Coding:
    """Return what may travel of the themes of a survey, as its questions stand.

    Themes are told over all questions together: what one person alone found in one of
    them takes the digits from all.
    """
    standings = standings_of(survey)
    keys = dict(survey.question_rows.values_list("pk", "key"))
    left_out = {
        question: keys[question]
        for question, standing in standings.items()
        if standing == Standing.TOO_LOW
    }
    return Coding(
        left_out,
        any(
            standings.get(question, Standing.ONE_CODER) == Standing.ONE_CODER
            for question in questions_told(survey)
        ),
    )


def release_material(survey: Survey) -> Material:
    """Return everything a release of this survey is made from."""
    heard = _heard(survey)
    consultation = survey.consultation
    coding = coding_of(survey)
    breakdowns = declared_breakdowns(heard.editions)
    asked = [
        (edition, question)
        for edition, question in newest_questions(heard.editions)
        if question["kind"] in CLOSED
    ]
    return Material(
        consultation={"slug": consultation.slug, "title": consultation.title},
        survey=_named(survey),
        editions=[edition.number for edition in heard.editions],
        asked=survey.could_answer,
        asked_who=survey.asks_whom,
        missing="" if survey.asks_adults else consultation.missing,
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
        themes=themes_told(survey),
        said=_said(survey, {response.id for response in heard.responses}, coding),
        withheld=_withheld(survey),
        set_aside=how_many_set_aside(survey),
        group_of=_groups(heard, breakdowns, coding),
        themes_in_words=coding.by_one,
        left_out=list(coding.left_out.values()),
        ids=[response.id for response in heard.responses],
    )


def _named(survey: Survey) -> NamedSurvey:
    """Return what a release calls its survey, and whom it asked when not young people."""
    named: NamedSurvey = {"slug": survey.slug, "title": survey.title}
    if survey.asks_adults:
        named["audience"] = survey.audience
    return named


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


def _groups(
    heard: _Heard, breakdowns: Iterable[str], coding: Coding
) -> dict[str, dict[str, str]]:
    """Return the group of each response by each breakdown, for its themes.

    None where only those who chose something are asked to write: how many of a group
    wrote would tell of the others.
    """
    if not anybody_may_write(heard.editions, but_not=coding.left_out.values()):
        return {}
    return {
        by: {str(one.id): group_in(one, by) for one in heard.responses}
        for by in breakdowns
    }


def themes_told(survey: Survey) -> list[ThemeEntry]:
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


def _said(
    survey: Survey, counted: set[UUID], coding: Coding
) -> dict[str, frozenset[str]]:
    """Return the themes of each counted response that has a kept comment.

    Comments of questions that are left out are not among them.
    """
    readings = counted_readings(survey).exclude(comment__question__in=coding.left_out)
    wrote = set(readings.values_list("comment__response_id", flat=True))
    themes = themes_by_response(survey, but_not=coding.left_out)
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

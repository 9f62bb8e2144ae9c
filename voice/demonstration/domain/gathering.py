"""Gathers a group in one room, yesterday, and types for somebody who would rather speak."""

from datetime import timedelta

from surveys.domain.answering import finish_response, save_answer, start_response
from surveys.domain.assisted import begin_assisted, check_response
from surveys.domain.group_sessions import open_session
from surveys.enums import Agreement, Company, HelpedBy, HelpGiven, QuestionKind
from surveys.models import Response, Survey
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.told_surveys import ToldSurvey

IN_THE_ROOM = 5
ANSWERED = 4


def gather(telling: Telling, told: ToldSurvey) -> None:
    """Have a drop-in answer `told` on one tablet, and a personal adviser type once."""
    worker = telling.people["worker"]
    survey = Survey.objects.get(slug=told.slug)
    band, opened = told.age_bands[0], telling.at(-1, 16)
    session = open_session(
        survey,
        by=worker,
        hours=2,
        label="Tuesday drop-in",
        helper="Participation worker",
        present=IN_THE_ROOM,
        at=opened,
    )
    for number in range(ANSWERED):
        moment = opened + timedelta(minutes=12 * number)
        response = start_response(
            session.invitation,
            language="en",
            age_band=band,
            company=Company.NEARBY,
            helped_by=HelpedBy.WORKER,
            agreement=Agreement.OWN,
            at=moment,
        ).response
        _answer(response, told, number)
        finish_response(response, at=moment + timedelta(minutes=9))
    typed = begin_assisted(
        survey,
        by=worker,
        language="en",
        age_band=band,
        helped_by=HelpedBy.WORKER,
        help_given=[HelpGiven.READ_ALOUD, HelpGiven.TYPED],
        helper="Personal adviser",
        at=telling.at(-1, 18, 30),
    ).response
    _answer(typed, told, 1)
    check_response(typed)
    finish_response(typed, at=telling.at(-1, 18, 45))


def _answer(response: Response, told: ToldSurvey, turn: int) -> None:
    """Answer what is chosen from options, each person a little otherwise, and skip the
    rest."""
    for question in told.questions:
        if question.kind in QuestionKind.silent():
            continue
        options = list(question.options)
        chosen: object = options[turn % len(options)] if options else None
        if question.kind == QuestionKind.SEVERAL:
            chosen = [chosen]
        save_answer(response, key=question.key, value=chosen, at=response.touched_at)

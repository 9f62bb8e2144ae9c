"""Answers: invented young people go through each survey, page by page."""

from datetime import datetime, timedelta
from typing import Any

from surveys.domain.answering import finish_response, save_answer, start_response
from surveys.enums import (
    Agreement,
    Company,
    HelpedBy,
    HelpGiven,
    QuestionKind,
)
from surveys.models import Comment, Invitation, Response
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.said import Said
from voice.demonstration.story.said_about_home import SAID as ABOUT_HOME
from voice.demonstration.story.said_about_leaving import SAID as ABOUT_LEAVING
from voice.demonstration.story.said_about_workers import SAID as ABOUT_WORKERS
from voice.demonstration.story.surveys import (
    HOME,
    LEAVING,
    WORKER,
)
from voice.demonstration.story.told_surveys import ToldQuestion, ToldSurvey

# What every invented phone holds, so that their receipts can be told again.
PHONE = "the phone of somebody invented"
# Of five who finish, about one writes nothing.
WITHOUT_WORDS = {WORKER.slug: 8, HOME.slug: 8, LEAVING.slug: 6}
LEFT_HALF_WAY = {WORKER.slug: 0, HOME.slug: 0, LEAVING.slug: 3}
SAID = {WORKER.slug: ABOUT_WORKERS, HOME.slug: ABOUT_HOME, LEAVING.slug: ABOUT_LEAVING}

YOUNGEST, PRIMARY = "4-7", "8-11"

Heard = list[tuple[Comment, Said]]


def answer(telling: Telling, told: ToldSurvey, invitation: Invitation) -> Heard:
    """Answer one survey as its young people; return what was written, and by the story."""
    heard: Heard = []
    writers: list[Said | None] = [*SAID[told.slug]]
    writers += [None] * WITHOUT_WORDS[told.slug]
    consultation = invitation.survey.consultation
    opens = (consultation.opens_on - telling.today).days
    closes = min((consultation.closes_on - telling.today).days, -1)
    for turn, said in enumerate(writers):
        day = telling.chance.randint(opens, closes)
        moment = telling.at(day, telling.chance.randint(8, 20))
        response = _go_through(telling, told, invitation, said, moment)
        took = timedelta(minutes=3 + 5 * turn % 17)
        finish_response(response, capability=PHONE, at=moment + took)
        if said:
            heard.append((response.comments.get(), said))
    for _ in range(LEFT_HALF_WAY[told.slug]):
        moment = telling.at(closes, 18)
        _go_through(telling, told, invitation, None, moment, stop_after=2)
    return heard


def _beside(band: str) -> dict[str, Any]:
    """Return who is beside an invented young person of an age band: the youngest are
    helped, the next have a carer near, the older are alone."""
    if band == YOUNGEST:
        return {
            "company": Company.HELPING,
            "helped_by": HelpedBy.WORKER,
            "help_given": [HelpGiven.READ_ALOUD, HelpGiven.TYPED],
            "agreement": Agreement.TOLD,
        }
    if band == PRIMARY:
        return {
            "company": Company.NEARBY,
            "helped_by": HelpedBy.CARER,
            "agreement": Agreement.OWN,
        }
    return {
        "company": Company.ALONE,
        "helped_by": HelpedBy.NOBODY,
        "agreement": Agreement.OWN,
    }


def _go_through(
    telling: Telling,
    told: ToldSurvey,
    invitation: Invitation,
    said: Said | None,
    moment: datetime,
    stop_after: int = 99,
) -> Response:
    """Start one response and save its pages, some of them skipped."""
    band = (
        said.band
        if said
        else telling.chance.choices(told.age_bands, told.band_weights)[0]
    )
    response = start_response(
        invitation,
        language=said.language if said else "en",
        age_band=band,
        at=moment,
        **_beside(band),
    ).response
    for number, question in enumerate(told.questions[:stop_after]):
        later = moment + timedelta(seconds=20 * number)
        if question.kind in QuestionKind.silent():
            continue
        if question.kind in QuestionKind.told():
            save_answer(
                response,
                key=question.key,
                value=said.words if said else None,
                may_quote=bool(said and said.quote),
                at=later,
            )
            continue
        save_answer(
            response, key=question.key, value=_chosen(telling, question), at=later
        )
    return response


def _chosen(telling: Telling, question: ToldQuestion) -> object:
    """Return an invented answer to a closed question; about one in twenty skips."""
    chance = telling.chance
    if chance.random() < 0.05:
        return None
    if question.kind == QuestionKind.SCALE:
        return chance.choices(range(11), question.weights)[0]
    if question.kind == QuestionKind.SEVERAL:
        chosen = [
            key
            for key, weight in zip(question.options, question.weights, strict=True)
            if chance.random() * 100 < weight
        ]
        return chosen or [next(iter(question.options))]
    return chance.choices(list(question.options), question.weights)[0]

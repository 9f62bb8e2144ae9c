"""Writes up what a group said: one session, read in part by somebody else."""

from datetime import time
from uuid import UUID, uuid4

from surveys.domain.planned_sessions import SessionPlan, plan_session
from surveys.domain.session_notes import SessionFacts, save_note, send_note
from surveys.domain.statements import Photograph, Statement
from surveys.enums import HelpedBy, QuestionKind
from surveys.models import Comment, Survey
from surveys.planning import ThereIs, ToldTo
from surveys.queries.session_notes import statements_of
from voice.accounts.models import User
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.session import (
    COMING,
    FOR_WHOM,
    HELD_ON,
    HOW_TO_COME,
    LABEL,
    PLANNED,
    PRESENT,
    SAID,
    flipchart,
)
from voice.demonstration.story.told_surveys import ToldSurvey
from voice.moderation.domain.reading import approve_comment, open_comment
from voice.moderation.models import Reading


def plan_sessions(telling: Telling, told: ToldSurvey) -> UUID:
    """Plan a session that is to come, and the one that was; return that one's id."""
    survey = Survey.objects.get(slug=told.slug)
    worker = telling.people["worker"]
    once = uuid4()
    for pk, (day, title, starts, ends, place) in ((once, PLANNED), (uuid4(), COMING)):
        plan_session(
            survey,
            once=pk,
            plan=SessionPlan(
                title=title,
                held_on=telling.on(day),
                starts_at=time(starts),
                ends_at=time(ends),
                place=place,
                how_to_come=HOW_TO_COME,
                told_to=ToldTo.EVERYBODY,
                held_by=worker,
                age_bands=[],
                there_is=[ThereIs.STEP_FREE.value, ThereIs.FOOD.value],
                for_whom=FOR_WHOM,
            ),
            by=worker,
            at=telling.at(HELD_ON - 4),
        )
    return once


def write_up_session(telling: Telling, told: ToldSurvey) -> None:
    """Have the worker write up a session with a flipchart, and another reader begin.

    The last statement and the photograph are left to be read.
    """
    survey = Survey.objects.get(slug=told.slug)
    worker, reader = telling.people["worker"], telling.people["worker2"]
    key = next(one.key for one in told.questions if one.kind in QuestionKind.told())
    note = save_note(
        survey,
        once=uuid4(),
        facts=SessionFacts(
            held_on=telling.on(HELD_ON),
            present=PRESENT,
            age_bands=list(told.age_bands),
            language="en",
            label=LABEL,
            helped_by=[HelpedBy.ADVOCATE.value],
            planned_id=plan_sessions(telling, told),
        ),
        statements=[
            Statement(
                words=words,
                question=key,
                age_band=told.age_bands[-1] if agreed else "",
                may_quote=agreed,
            )
            for words, agreed in SAID
        ],
        photograph=Photograph(question=key, content=flipchart()),
        by=worker,
    )
    send_note(note, by=worker)
    for comment in list(statements_of(note).filter(line__range=(1, len(SAID) - 1))):
        _approve(comment, by=reader)


def _approve(comment: Comment, *, by: User) -> None:
    """Open one statement and let it stand, quoted where they agreed."""
    reading = Reading.objects.get(comment=comment)
    open_comment(reading, by=by)
    reading.refresh_from_db()
    approve_comment(
        reading,
        version=reading.version,
        may_count=True,
        may_quote=comment.may_quote,
        by=by,
    )

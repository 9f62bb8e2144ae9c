"""Keeps things in order: words past their day go, copies are set aside by rule."""

from datetime import timedelta

from surveys.domain.answering import finish_response, save_answer, start_response
from surveys.domain.retention import end_words
from surveys.domain.setting_aside import declare_rule
from surveys.enums import Kept, QuestionKind, SetAsideKind
from surveys.models import Invitation, SetAsideRule, Survey
from surveys.queries.retention import last_day
from surveys.queries.setting_aside import meant_by
from voice.demonstration.domain.telling import Telling
from voice.demonstration.story.keeping import (
    COPIES,
    NEAR_MISS,
    NEAR_MISS_ON,
    PASTED,
    WHY_SET_ASIDE,
)
from voice.demonstration.story.told_surveys import ToldSurvey
from voice.moderation.domain.reading import open_comment, withhold_comment
from voice.moderation.enums import WithholdReason
from voice.moderation.models import Reading
from voice.records.domain.keeping import keep_breach
from voice.records.enums import BreachKind, Reporting
from voice.records.models import Breach


def set_copies_aside(
    telling: Telling, told: ToldSurvey, invitation: Invitation
) -> None:
    """Have somebody paste one sentence again and again; read it, and set it aside."""
    worker = telling.people["worker"]
    key = next(one.key for one in told.questions if one.kind in QuestionKind.told())
    moment = telling.at(-1, 12)
    for _ in range(COPIES):
        response = start_response(
            invitation, language="en", age_band=told.age_bands[0], at=moment
        ).response
        save_answer(response, key=key, value=PASTED, at=moment)
        finish_response(response, at=moment + timedelta(seconds=9))
        reading = Reading.objects.get(comment__response=response)
        open_comment(reading, by=worker)
        reading.refresh_from_db()
        withhold_comment(
            reading,
            version=reading.version,
            reason=WithholdReason.DUPLICATE,
            by=worker,
        )
    rule = SetAsideRule(
        survey=invitation.survey,
        kind=SetAsideKind.SAME_WORDS,
        least=COPIES,
        reason=WHY_SET_ASIDE,
    )
    declare_rule(rule, previewed=len(meant_by(rule)), by=worker)


def end_what_is_over(telling: Telling) -> None:
    """Destroy what was written to surveys that closed long ago, the night after."""
    for survey in Survey.objects.select_related("consultation").order_by("pk"):
        days = (last_day(survey, Kept.WORDS) - telling.today).days
        if days < 0:
            end_words(survey, now=telling.at(days + 1, 3))


def enter_near_miss(telling: Telling) -> None:
    """Have the officer write down what nearly went wrong."""
    missed = Breach(
        kind=BreachKind.NEAR_MISS,
        known_at=telling.at(NEAR_MISS_ON, 9, 40),
        reporting=Reporting.NOT_NEEDED,
        **NEAR_MISS,
    )
    keep_breach(missed, by=telling.people["officer"])

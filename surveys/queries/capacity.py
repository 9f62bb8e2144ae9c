"""Reads whether a survey's readers have the time for what will be written."""

from datetime import datetime, time

from django.utils import timezone

from surveys.drafting.reading import draft_of
from surveys.logic.capacity import (
    Reckoning,
    expected_answers,
    expected_comments,
    reckon,
    weeks_to_read,
)
from surveys.logic.drafts import Draft
from surveys.models import ReadingAllowance, Survey, SurveyMember
from voice.accounts.enums import Role
from voice.council.queries.calendar import working_calendar
from voice.council.queries.settings import council_settings


def answers_expected(survey: Survey) -> int:
    """Return how many answers a survey expects, said or reckoned."""
    return expected_answers(
        survey.expected,
        asked=survey.could_answer,
        answering_share=council_settings().answering_share,
    )


def reckoning_of(survey: Survey, draft: Draft | None = None) -> Reckoning:
    """Return the comments expected of `survey`, and its readers' hours for them.

    Readers have from today, or the day it opens, until the last comment must be read:
    so many working days after it closes, as the council has set.
    """
    council = council_settings()
    answers = answers_expected(survey)
    return reckon(
        answers=answers,
        comments=expected_comments(
            draft or draft_of(survey),
            answers=answers,
            writing_share=council.writing_share,
        ),
        minutes=council.minutes_a_comment,
        hours_a_week=hours_a_week(survey),
        weeks=weeks_to_read(
            max(survey.consultation.opens_on, timezone.localdate()),
            read_by(survey).date(),
        ),
    )


def hours_a_week(survey: Survey) -> int:
    """Return the hours a week in which those who run `survey` read, all together."""
    said = (
        SurveyMember.objects.filter(
            survey=survey,
            user__is_active=True,
            user__groups__name=Role.PARTICIPATION_WORKER.value,
        )
        .order_by()
        .values_list("user__reading_hours", flat=True)
    )
    usual = council_settings().reading_hours
    return sum(usual if hours is None else hours for hours in said)


def read_by(survey: Survey) -> datetime:
    """Return when the last comment must have been read: in working days after closing."""
    closes = datetime.combine(
        survey.consultation.closes_on, time.max, timezone.get_default_timezone()
    )
    return working_calendar().add_working_days(closes, council_settings().comment_days)


def allowance_of(survey: Survey) -> ReadingAllowance | None:
    """Return the newest manager's yes for `survey`, or None."""
    return survey.reading_allowances.select_related("given_by").first()

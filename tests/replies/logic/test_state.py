from datetime import date, timedelta

import pytest

from surveys.enums import ConsultationState as State
from voice.replies.logic.state import Facts, days_late, state_of

OPENS, CLOSES, REPLY = date(2026, 3, 1), date(2026, 3, 20), date(2026, 5, 1)
DAY = timedelta(days=1)


def facts(**said):
    return Facts(
        **{
            "opens_on": OPENS,
            "closes_on": CLOSES,
            "reply_due_on": REPLY,
            "asked": True,
            "live": True,
            "replied_on": None,
        }
        | said
    )


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (OPENS - DAY, State.SCHEDULED),
        (OPENS, State.OPEN),
        (CLOSES, State.OPEN),
        (CLOSES + DAY, State.READING),
        (REPLY, State.READING),
        (REPLY + DAY, State.OVERDUE),
    ],
)
def test_state_follows_the_dates(on, state):
    assert state_of(facts(), on=on) == state


@pytest.mark.parametrize("on", [OPENS - DAY, OPENS, CLOSES + DAY, REPLY + DAY])
def test_nothing_asked_is_a_draft_whatever_the_date(on):
    assert state_of(facts(asked=False, live=False), on=on) == State.DRAFT


def test_survey_taken_down_early_is_being_read():
    assert state_of(facts(live=False), on=OPENS + DAY) == State.READING


def test_survey_taken_down_before_it_opens_is_a_draft():
    assert state_of(facts(live=False), on=OPENS - DAY) == State.DRAFT


def test_published_reply_ends_being_overdue():
    late = facts(replied_on=REPLY + 7 * DAY)
    assert state_of(late, on=REPLY + 6 * DAY) == State.OVERDUE
    assert state_of(late, on=REPLY + 7 * DAY) == State.REPLIED


def test_days_late_stop_counting_at_the_reply():
    assert days_late(facts(), on=REPLY) == 0
    assert days_late(facts(), on=REPLY + 3 * DAY) == 3
    assert days_late(facts(replied_on=REPLY + 7 * DAY), on=REPLY + 90 * DAY) == 7
    assert days_late(facts(asked=False), on=REPLY + 90 * DAY) == 0

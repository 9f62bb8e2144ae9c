from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.enums import ConsultationState as State
from voice.replies.enums import ANSWERED, OWING
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
            "unread": True,
            "replied_on": None,
            "checked": False,
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


def test_closed_and_all_read_is_being_understood():
    assert state_of(facts(unread=False), on=CLOSES + DAY) == State.UNDERSTANDING
    assert state_of(facts(unread=False), on=CLOSES) == State.OPEN


def test_what_was_read_does_not_hide_that_the_reply_is_late():
    assert state_of(facts(unread=False), on=REPLY + DAY) == State.OVERDUE


def test_verdicts_on_every_promise_end_it_checked():
    done = facts(replied_on=REPLY, checked=True)
    assert state_of(done, on=REPLY - DAY) == State.READING
    assert state_of(done, on=REPLY) == State.CHECKED


def test_nothing_is_checked_before_it_was_answered():
    assert state_of(facts(checked=True), on=REPLY + DAY) == State.OVERDUE


FORWARD = (
    State.DRAFT,
    State.SCHEDULED,
    State.OPEN,
    State.READING,
    State.UNDERSTANDING,
    State.OVERDUE,
    State.REPLIED,
    State.CHECKED,
)
near = st.integers(-5, 60).map(lambda days: OPENS + days * DAY)
any_facts = st.builds(
    facts,
    asked=st.booleans(),
    live=st.booleans(),
    unread=st.booleans(),
    replied_on=st.none() | near,
    checked=st.booleans(),
)


@given(any_facts, near, st.integers(0, 60))
def test_time_alone_only_ever_moves_it_forward(found, on, later):
    before, after = (state_of(found, on=day) for day in (on, on + later * DAY))
    assert FORWARD.index(before) <= FORWARD.index(after)


@given(any_facts, near)
def test_each_state_is_true_of_its_facts(found, on):
    state = state_of(found, on=on)
    replied = found.replied_on is not None and found.replied_on <= on
    assert (state in ANSWERED) is replied
    assert (state == State.CHECKED) is (replied and found.checked)
    if state in OWING:
        assert found.asked
        assert on >= OPENS
        assert (state == State.OVERDUE) is (on > REPLY)
        assert state != State.READING or found.unread
        assert state != State.UNDERSTANDING or not found.unread
    if state == State.OPEN:
        assert found.live
        assert OPENS <= on <= CLOSES


def test_each_state_after_it_closed_is_in_one_set_of_them():
    closed = FORWARD[FORWARD.index(State.OPEN) + 1 :]
    assert sorted([*OWING, *ANSWERED]) == sorted(closed)


def test_days_late_stop_counting_at_the_reply():
    assert days_late(facts(), on=REPLY) == 0
    assert days_late(facts(), on=REPLY + 3 * DAY) == 3
    assert days_late(facts(replied_on=REPLY + 7 * DAY), on=REPLY + 90 * DAY) == 7
    assert days_late(facts(asked=False), on=REPLY + 90 * DAY) == 0

import pytest

from surveys.enums import ConsultationState as State
from voice.replies.logic.journey import How, Step, steps_of

L, N, D = How.LATER, How.NOW, How.DONE


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (State.DRAFT, [L, L, L, L, L]),
        (State.SCHEDULED, [L, L, L, L, L]),
        (State.OPEN, [N, L, L, L, L]),
        (State.READING, [D, N, L, L, L]),
        (State.UNDERSTANDING, [D, D, N, L, L]),
        (State.REPLIED, [D, D, D, D, N]),
        (State.CHECKED, [D, D, D, D, D]),
    ],
)
def test_each_state_says_how_far_each_step_is(state, told):
    steps = steps_of(state, unread=state == State.READING, promised=True)
    assert steps == list(zip(Step, told, strict=True))


@pytest.mark.parametrize(
    ("unread", "told"),
    [(True, [D, N, L, How.LATE, L]), (False, [D, D, N, How.LATE, L])],
)
def test_late_reply_does_not_hide_how_far_reading_is(unread, told):
    steps = steps_of(State.OVERDUE, unread=unread, promised=False)
    assert [how for _step, how in steps] == told


def test_reply_without_promises_leaves_nothing_to_check():
    steps = steps_of(State.REPLIED, unread=False, promised=False)
    assert steps == [(step, D) for step in Step if step != Step.CHECK]


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (State.UNDERSTANDING, [D, N, L]),
        (State.OVERDUE, [D, How.LATE, L]),
        (State.REPLIED, [D, D, N]),
    ],
)
def test_where_nobody_answered_nothing_is_read(state, told):
    steps = steps_of(state, unread=False, promised=True, from_nobody=True)
    assert steps == list(zip([Step.TELL, Step.REPLY, Step.CHECK], told, strict=True))

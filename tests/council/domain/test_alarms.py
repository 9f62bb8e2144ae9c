from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory, DutyShiftFactory
from voice.council.domain.alarms import climb, raise_alarm, settle_alarm
from voice.council.domain.deliveries import send_waiting
from voice.council.enums import AlarmKind, AlarmStep, Channel, DeliveryOutcome
from voice.council.models import Alarm, Delivery

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]

MONDAY_TEN = datetime(2026, 3, 16, 10, tzinfo=UTC)
MONDAY_NIGHT = datetime(2026, 3, 16, 23, tzinfo=UTC)
ABOUT = "4b0a6c2e-0000-4000-8000-000000000001"
HOUR = timedelta(hours=1)


@pytest.fixture
def council():
    return CouncilFactory(duty_manager=UserFactory(name="Manager"))


@pytest.fixture
def rota(council):
    """Somebody on duty all Monday, somebody else all Tuesday."""
    first, following = UserFactory(lead=True), UserFactory(lead=True)
    DutyShiftFactory(user=first, starts=MONDAY_TEN - HOUR, ends=MONDAY_TEN + 7 * HOUR)
    DutyShiftFactory(
        user=following, starts=MONDAY_TEN + 23 * HOUR, ends=MONDAY_TEN + 31 * HOUR
    )
    return first, following


def told(alarm, channel=Channel.DESK):
    return [d.user for d in alarm.deliveries.filter(channel=channel)]


def test_the_person_on_duty_is_told_at_once_then_the_next_then_the_manager(
    rota, council
):
    first, following = rota
    alarm = raise_alarm(AlarmKind.CONCERN, about=ABOUT, now=MONDAY_TEN)
    assert told(alarm) == [first]
    assert climb(MONDAY_TEN + timedelta(minutes=29)) == []
    climb(MONDAY_TEN + timedelta(minutes=30))
    assert told(alarm) == [first, following]
    climb(MONDAY_TEN + timedelta(minutes=59))
    assert told(alarm) == [first, following]
    climb(MONDAY_TEN + timedelta(minutes=60))
    assert told(alarm) == [first, following, council.duty_manager]
    alarm.refresh_from_db()
    assert (alarm.step, alarm.next_step_at) == (AlarmStep.MANAGER, None)


def test_first_and_second_are_both_told_at_once(rota):
    second = UserFactory(lead=True)
    DutyShiftFactory(
        user=second, starts=MONDAY_TEN - HOUR, ends=MONDAY_TEN + HOUR, role="second"
    )
    alarm = raise_alarm(AlarmKind.WORRY, about=ABOUT, now=MONDAY_TEN)
    assert set(told(alarm)) == {rota[0], second}


def test_at_night_the_next_person_is_told_and_the_rest_waits_for_duty_hours(
    rota, council
):
    alarm = raise_alarm(AlarmKind.CONCERN, about=ABOUT, now=MONDAY_NIGHT)
    assert told(alarm) == [rota[1]]
    alarm.refresh_from_db()
    assert alarm.next_step_at == datetime(2026, 3, 17, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "kind",
    [
        AlarmKind.COMMENTS_UNREAD,
        AlarmKind.CLOSED_TEXT,
        AlarmKind.ESCALATED,
        AlarmKind.RETENTION_HELD,
    ],
)
def test_what_is_for_the_manager_goes_there_at_once_and_to_nobody_else(
    rota, council, kind
):
    alarm = raise_alarm(kind, about=ABOUT, now=MONDAY_TEN)
    assert told(alarm) == [council.duty_manager]
    assert alarm.next_step_at is None


def test_without_a_rota_every_lead_is_told(council):
    leads = {UserFactory(lead=True), UserFactory(lead=True)}
    UserFactory(worker=True)
    alarm = raise_alarm(AlarmKind.CONCERN, about=ABOUT, now=MONDAY_TEN)
    assert set(told(alarm)) == leads


def test_those_left_out_are_never_told(rota, council):
    first, following = rota
    alarm = raise_alarm(
        AlarmKind.CONCERN,
        about=ABOUT,
        leave_out=[first, council.duty_manager],
        now=MONDAY_TEN,
    )
    for minutes in (30, 60, 90):
        climb(MONDAY_TEN + timedelta(minutes=minutes))
    assert told(alarm) == [following]


def test_when_every_lead_is_left_out_the_manager_is_told_at_once(rota, council):
    alarm = raise_alarm(AlarmKind.CONCERN, about=ABOUT, leave_out=rota, now=MONDAY_TEN)
    assert told(alarm) == [council.duty_manager]


def test_with_no_manager_an_administrator_is_told_before_nobody_is():
    CouncilFactory(duty_manager=None)
    administrator = UserFactory(administrator=True)
    alarm = raise_alarm(AlarmKind.COMMENTS_UNREAD, about=ABOUT, now=MONDAY_TEN)
    assert told(alarm) == [administrator]


def test_raised_again_before_it_is_settled_it_is_the_same_alarm(rota):
    one = raise_alarm(AlarmKind.CONCERN, about=ABOUT, now=MONDAY_TEN)
    two = raise_alarm(
        AlarmKind.CONCERN, about=ABOUT, leave_out=[rota[0]], now=MONDAY_TEN
    )
    assert one == two
    waiting = Delivery.objects.filter(user=rota[0], outcome=DeliveryOutcome.WAITING)
    assert not waiting.exists()


def test_settled_it_climbs_no_more_and_what_was_not_sent_is_not(rota):
    alarm = raise_alarm(AlarmKind.CONCERN, about=ABOUT, now=MONDAY_TEN)
    settle_alarm(AlarmKind.CONCERN, about=ABOUT, now=MONDAY_TEN)
    assert climb(MONDAY_TEN + 5 * HOUR) == []
    assert list(send_waiting(MONDAY_TEN + HOUR)) == []
    assert mail.outbox == []
    email = alarm.deliveries.get(channel=Channel.EMAIL)
    assert email.outcome == DeliveryOutcome.NOT_NEEDED
    again = raise_alarm(AlarmKind.CONCERN, about=ABOUT, now=MONDAY_TEN + HOUR)
    assert again != alarm


def test_letters_go_to_one_person_each_and_say_nothing(rota):
    raise_alarm(AlarmKind.CONCERN, about=ABOUT, now=MONDAY_TEN)
    assert list(send_waiting(MONDAY_TEN)) == []
    (letter,) = mail.outbox
    assert letter.to == [rota[0].email]
    assert letter.subject == "Something is waiting for you in Voice"
    assert ABOUT not in letter.body
    assert "concern" not in letter.body.lower()
    assert list(send_waiting(MONDAY_TEN + HOUR)) == []
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_the_letter_leaves_by_itself_once_the_alarm_is_kept(rota):
    raise_alarm(AlarmKind.CONCERN, about=ABOUT)
    assert len(mail.outbox) == len(set(told(Alarm.objects.get())))


def test_a_mail_server_that_is_down_is_tried_again_and_at_last_given_up(
    rota, monkeypatch
):
    def refuse(**kwargs):
        raise ConnectionRefusedError("smtp for lead@calderwick.example refused")

    monkeypatch.setattr("voice.council.domain.deliveries.send_mail", refuse)
    alarm = raise_alarm(AlarmKind.CONCERN, about=ABOUT, now=MONDAY_TEN)
    tries, now = 0, MONDAY_TEN
    while list(send_waiting(now)):
        tries, now = tries + 1, now + 2 * HOUR
    email = alarm.deliveries.get(channel=Channel.EMAIL)
    assert (tries, email.outcome) == (10, DeliveryOutcome.FAILED)
    assert email.trouble == "ConnectionRefusedError"

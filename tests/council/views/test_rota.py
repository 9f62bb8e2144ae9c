from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory, DutyShiftFactory
from voice.council.domain.alarms import raise_alarm, settle_alarm
from voice.council.domain.heartbeat import beat
from voice.council.enums import AlarmKind, Pulse
from voice.council.models import Absence, Council, DutyShift, Holiday

pytestmark = pytest.mark.django_db
ROTA = reverse("duty:rota")
NIGHT = datetime(2026, 3, 15, 20, tzinfo=UTC)
NINE = datetime(2026, 3, 16, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
SHIFT = {
    "first_day": "2026-03-16",
    "starts": "09:00",
    "last_day": "",
    "ends": "17:00",
    "role": "first",
    "weeks": "1",
}


@pytest.fixture(autouse=True)
def _sunday():
    CouncilFactory()
    with time_machine.travel(NIGHT, tick=False):
        beat(timezone.now())
        yield


@pytest.fixture
def ruth():
    return UserFactory(lead=True, name="Ruth")


@pytest.fixture
def desk(sign_in, ruth):
    return sign_in(ruth)


def test_an_empty_rota_says_what_to_do(desk):
    page = desk.get(ROTA)
    assert page.parsed.heading == "Duty rota"
    assert "There is no rota yet" in page.parsed.text()
    assert reverse("duty:shift_new") in page.content.decode()


def test_a_shift_is_added_for_some_weeks_across_the_change_of_clocks(desk, ruth):
    page = desk.post(
        reverse("duty:shift_new"), SHIFT | {"user": ruth.pk, "weeks": "3"}, follow=True
    )
    assert "3 shifts were added." in page.parsed.text()
    assert [timezone.localtime(s.starts).hour for s in DutyShift.objects.all()] == [
        9,
        9,
        9,
    ]
    assert [s.starts.hour for s in DutyShift.objects.all()] == [9, 9, 8]


def test_when_one_of_the_weeks_cannot_be_none_is_and_all_typed_stays(desk, ruth):
    DutyShiftFactory(starts=NINE + 168 * HOUR, ends=NINE + 169 * HOUR)
    page = desk.post(reverse("duty:shift_new"), SHIFT | {"user": ruth.pk, "weeks": "3"})
    assert page.status_code == 422
    assert "is already first" in page.parsed.text()
    assert 'value="2026-03-16"' in page.content.decode()
    assert DutyShift.objects.count() == 1


def test_only_leads_are_offered(desk):
    UserFactory(worker=True, name="Plantedworker")
    assert "Plantedworker" not in desk.get(reverse("duty:shift_new")).parsed.text()


def test_uncovered_hours_are_said_loudly(desk, ruth):
    DutyShiftFactory(user=ruth, starts=NINE, ends=NINE + 4 * HOUR)
    Absence.objects.create(user=ruth, first_day="2026-03-16", last_day="2026-03-16")
    page = desk.get(ROTA)
    assert "Duty hours that nobody covers" in page.parsed.text()
    assert "Monday 16 March, 9am to 5pm" in page.parsed.text()
    assert "Uncovered: away" in page.parsed.text()


def test_a_shift_is_handed_over_and_the_note_is_read_by_those_who_keep_the_rota(
    desk, sign_in, ruth
):
    imran = UserFactory(lead=True, name="Imran")
    shift = DutyShiftFactory(user=ruth, starts=NINE, ends=NINE + HOUR)
    page = desk.post(
        reverse("duty:hand_over", args=[shift.pk]),
        {"to": imran.pk, "note": "Plantednote"},
        follow=True,
    )
    assert "The shift is Imran's now." in page.parsed.text()
    assert "Plantednote" in page.parsed.text()
    page = sign_in(UserFactory(worker=True)).get(ROTA)
    assert "Ruth to Imran" in page.parsed.text()
    assert "Plantednote" not in page.parsed.text()


def test_a_hand_over_that_is_refused_keeps_the_note(desk, ruth):
    imran = UserFactory(lead=True)
    shift = DutyShiftFactory(user=ruth, starts=NINE, ends=NINE + HOUR)
    DutyShiftFactory(user=imran, starts=NINE, ends=NINE + HOUR, role="second")
    page = desk.post(
        reverse("duty:hand_over", args=[shift.pk]),
        {"to": imran.pk, "note": "Plantednote"},
    )
    assert page.status_code == 422
    assert "Plantednote" in page.content.decode()


def test_a_past_shift_and_a_missing_one_answer_alike(desk):
    past = DutyShiftFactory(starts=NINE - 48 * HOUR, ends=NINE - 40 * HOUR)
    pages = [desk.get(reverse("duty:hand_over", args=[pk])) for pk in (past.pk, 99999)]
    assert [page.status_code for page in pages] == [404, 404]
    assert pages[0].parsed.text() == pages[1].parsed.text()


def test_removing_asks_first(desk, ruth):
    shift = DutyShiftFactory(user=ruth, starts=NINE, ends=NINE + HOUR)
    address = reverse("duty:shift_remove", args=[shift.pk])
    assert "Nobody takes it over" in desk.get(address).parsed.text()
    assert DutyShift.objects.exists()
    desk.post(address)
    assert not DutyShift.objects.exists()


def test_somebody_is_away_and_there_after_all(desk, ruth):
    desk.post(
        reverse("duty:absence_new"),
        {"user": ruth.pk, "first_day": "2026-03-16", "last_day": ""},
    )
    away = Absence.objects.get()
    assert "Monday 16 March" in desk.get(ROTA).parsed.text()
    address = reverse("duty:absence_remove", args=[away.pk])
    assert desk.get(address).parsed.heading == "There after all"
    desk.post(address)
    assert not Absence.objects.exists()


def test_times_are_set_and_refused_when_they_run_backwards(desk, ruth):
    said = {
        "duty_manager": ruth.pk,
        "next_person_after": 10,
        "manager_after": 20,
        "worry_hours": 2,
        "comment_days": 1,
        "closing_days": 3,
        "concern_days": 1,
    }
    desk.post(reverse("duty:times"), said)
    council = Council.objects.get()
    assert {name: getattr(council, name) for name in said} == said | {
        "duty_manager": ruth
    }
    page = desk.post(reverse("duty:times"), said | {"manager_after": 10})
    assert page.status_code == 422
    assert "The manager is told after the next person" in page.parsed.text()
    page = desk.post(reverse("duty:times"), said | {"worry_hours": 0})
    assert page.status_code == 422


def test_the_bank_holidays_of_a_year_are_added(desk):
    page = desk.post(reverse("duty:holidays"), {"year": "2027"}, follow=True)
    assert "8 holidays were added." in page.parsed.text()
    assert Holiday.objects.count() == 8
    page = desk.post(reverse("duty:holidays"), {"year": "2199"})
    assert page.status_code == 422
    assert "Choose a year from 2025 to 2031." in page.parsed.text()


def test_the_manager_named_in_the_settings_enters_whatever_their_role(sign_in):
    manager = UserFactory(owner=True)
    client = sign_in(manager)
    assert client.get(ROTA).status_code == 403
    Council.objects.update(duty_manager=manager)
    assert client.get(ROTA).status_code == 200
    assert client.get(reverse("duty:alarms")).status_code == 200


def test_an_alarm_is_loud_on_every_page_of_those_told_until_it_is_settled(
    desk, sign_in, ruth
):
    raise_alarm(AlarmKind.CONCERN, about="x", now=timezone.now())
    home = reverse("accounts:home")
    page = desk.get(home)
    assert "Waiting since 15 March, 8pm." in page.parsed.text()
    assert reverse("moderation:concerns") in page.content.decode()
    settle_alarm(AlarmKind.CONCERN, about="x")
    assert "Waiting since" not in desk.get(home).parsed.text()


def test_an_alarm_is_not_on_the_desk_of_others(sign_in, ruth):
    raise_alarm(AlarmKind.CONCERN, about="x", leave_out=[ruth])
    UserFactory(administrator=True)
    for person in (ruth, UserFactory(worker=True)):
        page = sign_in(person).get(reverse("accounts:home"))
        assert "Waiting since" not in page.parsed.text()
    page = sign_in(ruth).get(reverse("duty:alarms"))
    assert "No alarm yet" in page.parsed.text()


def test_who_was_told_and_what_did_not_arrive_is_shown(desk, settings, ruth):
    settings.ALERT_TEXT_URL = "https://sms.example/"
    raise_alarm(AlarmKind.WORRY, about="plantedid", now=timezone.now())
    page = desk.get(reverse("duty:alarms"))
    assert "A possible worry to be read, 15 March 2026, 8pm" in page.parsed.text()
    assert "No mobile number known" in page.parsed.text()
    assert "plantedid" not in page.content.decode()


@pytest.mark.parametrize(("minutes", "is_loud"), [(14, False), (16, True)])
def test_a_clock_that_stands_still_is_loud_on_every_page(desk, minutes, is_loud):
    beat(timezone.now() - timedelta(minutes=minutes))
    page = desk.get(ROTA)
    assert ("Nobody is being alarmed" in page.parsed.text()) is is_loud
    assert (f"{minutes} minutes ago" in page.parsed.text()) is is_loud


def test_work_that_fails_is_loud_too(desk):
    beat(timezone.now(), failed=["queue watched"])
    assert "has failed" in desk.get(ROTA).parsed.text()


@pytest.mark.parametrize(("minutes", "is_loud"), [(4, False), (6, True)])
def test_counting_that_stopped_is_loud_while_all_else_runs(desk, minutes, is_loud):
    beat(timezone.now() - timedelta(minutes=minutes), of=Pulse.COUNTING)
    text = desk.get(ROTA).parsed.text()
    assert ("Counts are late" in text) is is_loud
    assert "Nobody is being alarmed" not in text


def test_what_is_loud_costs_one_query(desk, ruth, django_assert_num_queries):
    from voice.council.queries.watch import watch

    CouncilFactory()
    ruth.has_role()
    raise_alarm(AlarmKind.COMMENTS_UNREAD, about="survey:1")
    with django_assert_num_queries(1):
        watch(ruth, now=timezone.now())


def test_the_rota_costs_the_same_for_many(desk, django_assert_max_num_queries):
    for day in range(14):
        DutyShiftFactory(
            starts=NINE + 24 * day * HOUR, ends=NINE + (24 * day + 8) * HOUR
        )
    with django_assert_max_num_queries(26):
        desk.get(ROTA)

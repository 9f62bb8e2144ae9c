from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.council import CouncilFactory, DutyShiftFactory
from voice.audit.models import Entry
from voice.council.domain.alarms import raise_alarm
from voice.council.domain.errors import (
    AwayBackwards,
    EndsBeforeStart,
    IsAway,
    NotALead,
    Overlaps,
    ShiftIsOver,
    ToOneself,
)
from voice.council.domain.handing_over import hand_over
from voice.council.domain.holidays import add_bank_holidays
from voice.council.domain.rota import (
    add_absence,
    add_shift,
    remove_absence,
    remove_shift,
)
from voice.council.enums import AlarmKind, Channel
from voice.council.models import Absence, Delivery, DutyShift, HandOver, Holiday
from voice.council.queries.rota import covers, gaps, next_on_duty, on_duty

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]
HOUR = timedelta(hours=1)
MONDAY_EIGHT = datetime(2026, 3, 16, 8, tzinfo=UTC)
MONDAY = date(2026, 3, 16)


@pytest.fixture(autouse=True)
def _monday():
    with time_machine.travel(MONDAY_EIGHT, tick=False):
        yield


@pytest.fixture
def keeper():
    return UserFactory(administrator=True)


def lead(**said):
    return UserFactory(lead=True, **said)


def shift(user, starts, hours=8, role="first", by=None):
    return add_shift(
        user,
        starts=starts,
        ends=starts + hours * HOUR,
        role=role,
        by=by or UserFactory(administrator=True),
    )


def test_a_shift_makes_somebody_on_duty_and_is_written_down(keeper):
    ruth = lead()
    added = shift(ruth, MONDAY_EIGHT + HOUR, by=keeper)
    assert on_duty(MONDAY_EIGHT) == []
    assert next_on_duty(MONDAY_EIGHT) == ruth
    assert on_duty(MONDAY_EIGHT + HOUR) == [ruth]
    assert on_duty(added.ends) == []
    assert Entry.objects.get(verb="council.add_shift").actor == keeper


def test_nobody_without_the_safeguarding_role_is_put_on_duty():
    with pytest.raises(NotALead):
        shift(UserFactory(worker=True), MONDAY_EIGHT)
    with pytest.raises(NotALead):
        shift(lead(is_active=False), MONDAY_EIGHT)


def test_a_lead_who_loses_the_role_is_no_longer_on_duty(keeper):
    ruth = lead()
    shift(ruth, MONDAY_EIGHT)
    ruth.groups.clear()
    assert on_duty(MONDAY_EIGHT) == []
    assert [cover.is_lead for cover in covers(MONDAY_EIGHT, MONDAY_EIGHT + HOUR)] == [
        False
    ]


def test_two_shifts_of_one_person_do_not_overlap():
    ruth = lead(name="Ruth")
    shift(ruth, MONDAY_EIGHT)
    with pytest.raises(Overlaps, match="Ruth is already first from 16 March, 8am"):
        shift(ruth, MONDAY_EIGHT + 7 * HOUR, role="second")
    shift(ruth, MONDAY_EIGHT + 8 * HOUR)


def test_two_are_not_first_at_once_but_one_may_be_second():
    shift(lead(), MONDAY_EIGHT)
    with pytest.raises(Overlaps):
        shift(lead(), MONDAY_EIGHT)
    imran = lead()
    shift(imran, MONDAY_EIGHT, role="second")
    assert on_duty(MONDAY_EIGHT)[1] == imran


def test_a_shift_ends_after_it_starts_and_is_not_past():
    with pytest.raises(EndsBeforeStart):
        shift(lead(), MONDAY_EIGHT, hours=0)
    with pytest.raises(ShiftIsOver):
        shift(lead(), MONDAY_EIGHT - 8 * HOUR)


def test_a_person_who_is_away_is_not_on_duty_and_their_shift_is_uncovered(keeper):
    ruth = lead()
    shift(ruth, MONDAY_EIGHT + HOUR)
    add_absence(ruth, first_day=MONDAY, last_day=MONDAY, by=keeper)
    assert on_duty(MONDAY_EIGHT + HOUR) == []
    assert next_on_duty(MONDAY_EIGHT) is None
    (cover,) = covers(MONDAY_EIGHT, MONDAY_EIGHT + 12 * HOUR)
    assert (cover.is_away, cover.is_covered) == (True, False)
    with pytest.raises(IsAway):
        shift(ruth, MONDAY_EIGHT + 10 * HOUR, hours=1)
    remove_absence(Absence.objects.get(), by=keeper)
    assert on_duty(MONDAY_EIGHT + HOUR) == [ruth]


def test_absences_that_touch_are_one(keeper):
    ruth = lead()
    add_absence(ruth, first_day=MONDAY, last_day=MONDAY, by=keeper)
    add_absence(
        ruth, first_day=date(2026, 3, 17), last_day=date(2026, 3, 20), by=keeper
    )
    away = Absence.objects.get()
    assert (away.first_day, away.last_day) == (MONDAY, date(2026, 3, 20))
    with pytest.raises(AwayBackwards):
        add_absence(ruth, first_day=MONDAY, last_day=date(2026, 3, 15), by=keeper)


def test_gaps_are_duty_hours_that_nobody_covers():
    ruth = lead()
    shift(ruth, MONDAY_EIGHT + HOUR, hours=4)
    Absence.objects.create(
        user=ruth, first_day=date(2026, 3, 17), last_day=date(2026, 3, 17)
    )
    DutyShiftFactory(
        user=ruth, starts=MONDAY_EIGHT + 24 * HOUR, ends=MONDAY_EIGHT + 60 * HOUR
    )
    assert gaps(MONDAY_EIGHT, MONDAY_EIGHT + 40 * HOUR) == [
        (MONDAY_EIGHT + 5 * HOUR, MONDAY_EIGHT + 9 * HOUR),
        (MONDAY_EIGHT + 25 * HOUR, MONDAY_EIGHT + 33 * HOUR),
    ]


def test_lists_cost_the_same_for_many(django_assert_num_queries):
    for day in range(10):
        shift(lead(), MONDAY_EIGHT + 24 * day * HOUR)
    with django_assert_num_queries(3):
        covers(MONDAY_EIGHT, MONDAY_EIGHT + 400 * HOUR)


def test_a_shift_is_given_to_a_colleague_and_both_are_told(
    django_capture_on_commit_callbacks,
):
    ruth, imran = lead(), lead()
    given = shift(ruth, MONDAY_EIGHT + HOUR)
    with django_capture_on_commit_callbacks(execute=True):
        hand_over(given, to=imran, note="Sorry, dentist.", by=ruth)
    assert DutyShift.objects.get().user == imran
    row = HandOver.objects.get()
    assert (row.given_by, row.taken_by, row.note) == (ruth, imran, "Sorry, dentist.")
    assert [letter.to for letter in mail.outbox] == [[ruth.email], [imran.email]]
    assert "16 March 2026, 9am" in mail.outbox[0].body
    assert "dentist" not in mail.outbox[0].body
    assert "dentist" not in str(Entry.objects.get(verb="council.hand_over").details)


def test_open_alarms_go_with_a_shift_that_is_under_way():
    CouncilFactory()
    ruth, imran, walled = lead(), lead(), lead()
    given = shift(ruth, MONDAY_EIGHT)
    raise_alarm(AlarmKind.CONCERN, about="a", now=timezone.now())
    raise_alarm(AlarmKind.CONCERN, about="b", leave_out=[imran], now=timezone.now())
    hand_over(given, to=imran, note="", by=ruth)
    told = Delivery.objects.filter(user=imran, channel=Channel.DESK)
    assert [delivery.alarm.about for delivery in told] == ["a"]
    assert walled not in {delivery.user for delivery in Delivery.objects.all()}


@pytest.mark.parametrize("wrong", ["oneself", "no lead", "busy", "past"])
def test_a_hand_over_that_cannot_be_changes_nothing(wrong):
    ruth, imran = lead(), lead()
    given = shift(ruth, MONDAY_EIGHT)
    to, refusal = {
        "oneself": (ruth, ToOneself),
        "no lead": (UserFactory(worker=True), NotALead),
        "busy": (imran, Overlaps),
        "past": (imran, ShiftIsOver),
    }[wrong]
    if wrong == "busy":
        shift(imran, MONDAY_EIGHT, role="second")
    if wrong == "past":
        DutyShift.objects.update(
            starts=MONDAY_EIGHT - 9 * HOUR, ends=MONDAY_EIGHT - HOUR
        )
    with pytest.raises(refusal):
        hand_over(given, to=to, note="", by=ruth)
    assert DutyShift.objects.get(pk=given.pk).user == ruth
    assert not HandOver.objects.exists()


def test_a_shift_is_taken_out_unless_it_is_past(keeper):
    ruth = lead()
    first = shift(ruth, MONDAY_EIGHT)
    remove_shift(first, by=keeper)
    assert not DutyShift.objects.exists()
    assert Entry.objects.get(verb="council.remove_shift").details["user"] == ruth.pk
    past = DutyShiftFactory(starts=MONDAY_EIGHT - 2 * HOUR, ends=MONDAY_EIGHT - HOUR)
    with pytest.raises(ShiftIsOver):
        remove_shift(past, by=keeper)


def test_bank_holidays_are_added_once_and_keep_the_council_s_own_names(keeper):
    Holiday.objects.create(day=date(2026, 12, 25), name="Our party")
    assert len(add_bank_holidays(2026, by=keeper)) == 7
    assert add_bank_holidays(2026, by=keeper) == []
    assert Holiday.objects.get(day=date(2026, 12, 25)).name == "Our party"


@pytest.mark.parametrize(
    "break_it",
    [
        lambda user: DutyShiftFactory(
            user=user, starts=MONDAY_EIGHT, ends=MONDAY_EIGHT
        ),
        lambda user: Absence.objects.create(
            user=user, first_day=MONDAY, last_day=date(2026, 3, 15)
        ),
        lambda user: HandOver.objects.create(
            shift=DutyShiftFactory(starts=MONDAY_EIGHT, ends=MONDAY_EIGHT + HOUR),
            given_by=user,
            taken_by=user,
        ),
    ],
    ids=["shift", "absence", "hand-over"],
)
def test_the_database_refuses_what_cannot_be(break_it):
    with pytest.raises(IntegrityError), transaction.atomic():
        break_it(lead())

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories.council import CouncilFactory, DutyShiftFactory
from voice.council.models import Absence, Council, DutyHours, Holiday
from voice.council.queries.reading_times import reading_times, reading_times_at

pytestmark = [pytest.mark.on_both, pytest.mark.django_db]
HOUR = timedelta(hours=1)


def utc(*when):
    return datetime(*when, tzinfo=UTC)


def test_by_duty_hours_where_no_rota_is_kept():
    now = reading_times_at(utc(2026, 3, 16, 10))
    assert (now.until, now.next_at, now.days) == (utc(2026, 3, 16, 17), None, 2)
    # Friday before the clocks change: nine on Monday is eight in UTC.
    night = reading_times_at(utc(2026, 3, 27, 18))
    assert (night.until, night.next_at) == (None, utc(2026, 3, 30, 8))


def test_holidays_and_the_council_s_own_hours_hold():
    Holiday.objects.create(day=date(2026, 3, 16), name="Closed")
    DutyHours.objects.create(weekday=0, starts="09:00", ends="17:00")
    assert reading_times_at(utc(2026, 3, 16, 10)).next_at == utc(2026, 3, 23, 9)


def test_where_a_rota_is_kept_only_covered_hours_count():
    shift = DutyShiftFactory(starts=utc(2026, 3, 17, 12), ends=utc(2026, 3, 18, 11))
    assert reading_times_at(utc(2026, 3, 16, 10)).next_at == utc(2026, 3, 17, 12)
    assert reading_times_at(utc(2026, 3, 17, 13)).until == utc(2026, 3, 17, 17)
    Absence.objects.create(
        user=shift.user, first_day=date(2026, 3, 17), last_day=date(2026, 3, 17)
    )
    assert reading_times_at(utc(2026, 3, 16, 10)).next_at == utc(2026, 3, 18, 9)


def test_a_second_who_follows_the_first_makes_one_stretch():
    DutyShiftFactory(starts=utc(2026, 3, 16, 9), ends=utc(2026, 3, 16, 13))
    DutyShiftFactory(starts=utc(2026, 3, 16, 13), ends=utc(2026, 3, 16, 15))
    assert reading_times_at(utc(2026, 3, 16, 10)).until == utc(2026, 3, 16, 15)


def test_a_rota_that_covers_no_duty_hours_promises_nothing():
    DutyShiftFactory(starts=utc(2026, 3, 14, 9), ends=utc(2026, 3, 15, 9))
    times = reading_times_at(utc(2026, 3, 14, 10))
    assert (times.until, times.next_at) == (None, None)


def test_what_is_known_is_remembered_for_a_minute(django_assert_num_queries):
    CouncilFactory()
    reading_times(utc(2026, 3, 16, 10))
    with django_assert_num_queries(0):
        night = reading_times(utc(2026, 3, 16, 10) + timedelta(seconds=59))
    assert night.until == utc(2026, 3, 16, 17)


@pytest.mark.parametrize("seconds", [-1, 60])
def test_what_is_known_is_read_again_at_another_time(seconds):
    CouncilFactory()
    known = reading_times(utc(2026, 3, 16, 10))
    Council.objects.update(comment_days=known.days + 1)
    again = reading_times(utc(2026, 3, 16, 10) + timedelta(seconds=seconds))
    assert again.days == known.days + 1

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice.council.logic.duty import WorkingCalendar

LONDON = ZoneInfo("Europe/London")
WEEKDAYS = {day: (time(9), time(17)) for day in range(5)}
EVERY_DAY = {day: (time(0), time(23, 59)) for day in range(7)}
EASTER_MONDAY = date(2026, 4, 6)
HOUR = timedelta(hours=1)
USUAL = WorkingCalendar(WEEKDAYS, frozenset({date(2026, 4, 3), EASTER_MONDAY}), LONDON)


def london(*when):
    return datetime(*when, tzinfo=LONDON)


def test_an_hour_passes_only_while_somebody_is_there():
    friday, monday = london(2026, 3, 13, 16), london(2026, 3, 16, 10)
    assert USUAL.working_time_between(friday, monday) == 2 * HOUR
    assert USUAL.add_working_time(friday, 2 * HOUR) == monday
    assert USUAL.working_time_between(monday, friday) == timedelta(0)


def test_nights_weekends_and_bank_holidays_do_not_count():
    before_easter = london(2026, 4, 2, 16)
    assert USUAL.add_working_time(before_easter, 4 * HOUR) == london(2026, 4, 7, 12)
    assert USUAL.add_working_days(before_easter, 2) == london(2026, 4, 8, 16)
    assert not USUAL.is_open(london(2026, 4, 6, 12))
    assert USUAL.next_open(london(2026, 4, 2, 17)) == london(2026, 4, 7, 9)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        # British Summer Time begins on 29 March and ends on 25 October 2026.
        (
            datetime(2026, 3, 27, 16, 30, tzinfo=UTC),
            datetime(2026, 3, 30, 8, 30, tzinfo=UTC),
        ),
        (
            datetime(2026, 10, 23, 15, 30, tzinfo=UTC),
            datetime(2026, 10, 26, 9, 30, tzinfo=UTC),
        ),
    ],
    ids=["spring", "autumn"],
)
def test_opening_follows_the_clock_on_the_wall_when_the_clocks_change(start, end):
    assert USUAL.working_time_between(start, end) == HOUR
    assert USUAL.add_working_time(start, HOUR) == end


@pytest.mark.parametrize(
    ("day", "hours"),
    [(29, 23), (28, 24)],
    ids=["an hour is skipped", "an ordinary day"],
)
def test_spring_day_is_an_hour_shorter(day, hours):
    whole = WorkingCalendar(EVERY_DAY, frozenset(), LONDON)
    begins = london(2026, 3, day)
    passed = whole.working_time_between(begins, london(2026, 3, day, 23, 59))
    assert passed == hours * HOUR - timedelta(minutes=1)


def test_autumn_day_is_an_hour_longer():
    whole = WorkingCalendar(EVERY_DAY, frozenset(), LONDON)
    passed = whole.working_time_between(
        london(2026, 10, 25), london(2026, 10, 25, 23, 59)
    )
    assert passed == 25 * HOUR - timedelta(minutes=1)


def test_hours_that_fall_into_the_skipped_hour_are_none():
    nights = WorkingCalendar({6: (time(1, 15), time(1, 45))}, frozenset(), LONDON)
    assert nights.next_open(london(2026, 3, 28)) == london(2026, 4, 5, 1, 15)


def test_what_comes_after_hours_counts_from_the_next_morning():
    night = london(2026, 3, 13, 22)
    assert USUAL.add_working_days(night, 2) == london(2026, 3, 18, 9)
    assert USUAL.working_days_between(night, london(2026, 3, 18, 9)) == 2
    assert USUAL.working_days_between(night, london(2026, 3, 18, 8, 59)) == 1


def test_a_shorter_day_ends_the_count_at_its_close():
    short = WorkingCalendar(WEEKDAYS | {1: (time(10), time(12))}, frozenset(), LONDON)
    assert short.add_working_days(london(2026, 3, 16, 16), 1) == london(2026, 3, 17, 12)


def test_a_calendar_without_hours_or_a_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="at least one day"):
        WorkingCalendar({}, frozenset(), LONDON)
    with pytest.raises(ValueError, match="time zone"):
        USUAL.is_open(datetime(2026, 3, 16, 10))  # noqa: DTZ001 - what is refused


spells = st.tuples(st.integers(0, 22), st.integers(1, 23), st.integers(0, 59)).map(
    lambda drawn: (time(drawn[0]), time(max(drawn[0] + 1, drawn[1]), drawn[2]))
)
days = st.dates(date(2026, 1, 1), date(2027, 1, 31))
calendars = st.builds(
    WorkingCalendar,
    st.dictionaries(st.integers(0, 6), spells, min_size=1),
    st.frozensets(days, max_size=20),
    st.just(LONDON),
)
moments = st.timedeltas(timedelta(0), timedelta(days=395)).map(
    lambda after: datetime(2026, 1, 1, tzinfo=UTC) + after
)
spans = st.timedeltas(timedelta(seconds=1), timedelta(hours=60))


@given(calendars, moments, spans)
def test_what_was_added_is_what_lies_between(calendar, start, span):
    end = calendar.add_working_time(start, span)
    assert calendar.working_time_between(start, end) == span


@given(calendars, moments, spans, spans)
def test_more_time_ends_later_and_a_later_start_never_ends_earlier(
    calendar, start, span, more
):
    end = calendar.add_working_time(start, span)
    assert calendar.add_working_time(start, span + more) > end
    assert calendar.add_working_time(start + more, span) >= end


@given(calendars, st.tuples(moments, moments, moments).map(sorted))
def test_time_between_is_the_sum_of_its_parts(calendar, three):
    a, b, c = three
    between = calendar.working_time_between
    assert between(a, b) + between(b, c) == between(a, c)


@given(calendars, moments, st.integers(0, 12))
def test_days_added_are_the_days_between(calendar, start, n):
    end = calendar.add_working_days(start, n)
    assert calendar.working_days_between(start, end) == n
    assert calendar.add_working_days(start, n + 1) > end


@given(calendars, moments, spans, st.integers(0, 12))
def test_days_never_pass_backwards(calendar, start, more, n):
    days = calendar.add_working_days
    assert days(start, n) <= days(start + more, n)
    between = calendar.working_days_between
    later = start + 3 * more
    assert between(start, later) >= between(start + more, later) >= 0


@given(calendars, moments)
def test_next_opening_is_open_and_nothing_passes_before_it(calendar, at):
    opens = calendar.next_open(at)
    assert calendar.is_open(opens)
    assert calendar.working_time_between(at, opens) == timedelta(0)

"""Months with what is on their days, and the same as a file that calendars read."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from voice.replies.enums import Happening
from voice.replies.logic.calendar import Entry, months, months_later
from voice.replies.logic.calendar_file import as_calendar, escaped, folded

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def entry(on, title="Moving home", kind=Happening.OPENS, **more):
    """Return one thing on a day."""
    return Entry(on, kind, title, f"{kind.value}-1", **more)


@given(DAYS, st.integers(1, 14))
def test_months_hold_every_day_once_in_order(first, number):
    days = [day.on for month in months(first, number, []) for day in month.days]
    assert days == [
        date.fromordinal(at)
        for at in range(days[0].toordinal(), days[-1].toordinal() + 1)
    ]
    assert days[0] == first.replace(day=1)
    assert date.fromordinal(days[-1].toordinal() + 1) == months_later(days[0], number)


@given(DAYS)
def test_first_day_of_a_month_stands_under_its_weekday(first):
    (month,) = months(first, 1, [])
    assert month.before == month.first.weekday()


def test_what_is_late_comes_first_on_its_day():
    late = entry(date(2026, 11, 2), "Z", Happening.PROMISE_DUE, is_late=True)
    opens = entry(date(2026, 11, 2), "A")
    (month,) = months(date(2026, 11, 1), 1, [opens, late])
    assert month.days[1].entries == (late, opens)


@given(st.text())
def test_lines_are_short_and_fold_back_to_what_they_were(words):
    line = f"SUMMARY:{escaped(words)}"
    parts = folded(line)
    assert all(len(part.encode()) <= 75 for part in parts)
    assert parts[0] + "".join(part[1:] for part in parts[1:]) == line


@given(st.text())
def test_no_words_break_out_of_their_line(words):
    said = escaped(words)
    assert not {"\n", "\r"} & set(said)
    plain = said.replace("\\\\", "").replace("\\,", "").replace("\\;", "")
    assert not {",", ";"} & set(plain)


def test_file_says_the_day_the_kind_and_the_title():
    file = as_calendar(
        [entry(date(2026, 12, 31), "Home; or, a house")],
        name="Consultations",
        domain="voice.example",
        at=datetime(2026, 11, 23, 5, 0, tzinfo=UTC),
    )
    assert file.splitlines()[5:13] == [
        "BEGIN:VEVENT",
        "UID:opens-1@voice.example",
        "DTSTAMP:20261123T050000Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Opens: Home\\; or\\, a house",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]
    assert file.endswith("END:VCALENDAR\r\n")


def test_what_has_its_hours_is_in_the_file_with_them_and_its_place():
    starts = datetime(2026, 6, 4, 15, 0, tzinfo=UTC)
    ends = datetime(2026, 6, 4, 17, 0, tzinfo=UTC)
    one = entry(
        date(2026, 6, 4),
        starts=starts,
        ends=ends,
        place="Mill Road, 12",
        is_cancelled=1,
    )
    lines = as_calendar([one], name="C", domain="x", at=starts).split("\r\n")
    assert {
        "DTSTART:20260604T150000Z",
        "DTEND:20260604T170000Z",
        "LOCATION:Mill Road\\, 12",
        "STATUS:CANCELLED",
    } <= set(lines)
    assert "TRANSP:TRANSPARENT" not in lines


def test_sessions_of_one_day_stand_in_the_order_of_their_hours():
    day = date(2026, 6, 4)
    late = entry(day, "A", starts=datetime(2026, 6, 4, 18, tzinfo=UTC))
    early = entry(day, "B", starts=datetime(2026, 6, 4, 9, tzinfo=UTC))
    (month,) = months(day, 1, [late, early])
    assert month.days[3].entries == (early, late)

"""An hour is written as people write it, in one place for every room."""

import re
from datetime import UTC, datetime, time
from pathlib import Path

import pytest
from django.utils import translation

from surveys.templatetags import days
from voice.hours import day_and_hour, hour

ROOT = Path(__file__).resolve().parent.parent
BY_HAND = re.compile(r"H:i(?!:s)|\|time\b|%H:%M(?!:%S)")
# Boxes that browsers fill, and files and lines that machines read.
NOT_READ = {
    "voice/formats",
    "voice/settings",
    "voice/inputs.py",
    "voice/records/forms/records.py",
    "voice/moderation/forms/concerns.py",
    "voice/council/forms/rota.py",
    "voice/leaks/domain/writing.py",
    "voice/council/management/commands/given_up.py",
    "voice/statement/logic/plan_rows.py",
}


@pytest.mark.parametrize(
    ("language", "at", "said"),
    [
        ("en", time(16), "4pm"),
        ("en-gb", time(9, 30), "9:30am"),
        ("en", time(12), "midday"),
        ("en", time(12, 5), "12:05pm"),
        ("en", time(0), "midnight"),
        ("en", time(0, 5), "12:05am"),
        ("pl", time(16), "16:00"),
        ("ur", time(16), "4:00 PM"),
        ("pa", time(9, 30), "9:30 ਪੂ.ਦੁ."),
    ],
)
def test_hour_is_written_as_its_language_has_it(language, at, said):
    with translation.override(language):
        assert hour(at) == said


def test_day_and_hour_are_told_as_clocks_show_them_here():
    summer = datetime(2026, 7, 14, 15, 0, tzinfo=UTC)
    assert day_and_hour(summer) == "14 July 2026, 4pm"
    assert day_and_hour(summer, "l j F") == "Tuesday 14 July, 4pm"
    with translation.override("ur"):
        assert day_and_hour(summer).endswith("، 4:00 PM")


def test_filters_say_nothing_for_no_moment():
    assert days.hour(None) == days.day_and_hour(None) == ""


def test_no_room_writes_hours_by_hand():
    sources = [
        path
        for room in ("voice", "surveys", "cms", "templates")
        for path in (ROOT / room).rglob("*.*")
        if path.suffix in {".py", ".html", ".txt"}
    ]
    found = [
        name
        for path in sources
        if BY_HAND.search(path.read_text())
        and not (name := str(path.relative_to(ROOT))).startswith(tuple(NOT_READ))
    ]
    assert found == []

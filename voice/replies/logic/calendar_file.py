"""Entries as a file that calendars read: iCalendar (RFC 5545), in our own text; pure."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from voice.replies.logic.calendar import Entry

# RFC 5545, section 3.1: a line is 75 octets at most, without its end.
LONGEST_LINE = 75
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


def as_calendar(
    entries: Iterable[Entry], *, name: str, domain: str, at: datetime
) -> str:
    """Return a calendar, each entry's title after its kind's label.

    Of whole days, but for what has its hours (in UTC) and its place. `domain` makes the
    names of entries the house's own; `at` is when it is made. It holds titles, days,
    hours and places, and nothing of people.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Voice//Calendar//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for one in entries:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{one.named}@{domain}",
            f"DTSTAMP:{_moment(at)}",
            *_lasting(one),
            f"SUMMARY:{escaped(f'{one.kind.label}: {one.title}')}",
            *([f"LOCATION:{escaped(one.place)}"] if one.place else []),
            *(["STATUS:CANCELLED"] if one.is_cancelled else []),
            *([] if one.starts else ["TRANSP:TRANSPARENT"]),
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _lasting(one: Entry) -> list[str]:
    """Return when an entry begins and ends: the whole day, where it has no hours."""
    if one.starts and one.ends:
        return [f"DTSTART:{_moment(one.starts)}", f"DTEND:{_moment(one.ends)}"]
    return [
        f"DTSTART;VALUE=DATE:{one.on:%Y%m%d}",
        f"DTEND;VALUE=DATE:{one.on + timedelta(days=1):%Y%m%d}",
    ]


def _moment(at: datetime) -> str:
    """Return a moment as RFC 5545, section 3.3.5, writes one in UTC."""
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(words: str) -> str:
    """Return words as a value of type TEXT (RFC 5545, section 3.3.11)."""
    words = words.replace("\r\n", "\n").replace("\r", "\n")
    words = CONTROL.sub("", words)
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\n", "\\n")


def folded(line: str) -> list[str]:
    """Return a line in parts of 75 octets at most; each but the first begins with a space.

    No letter is cut in two.
    """
    parts, part = [], ""
    for sign in line:
        if len((part + sign).encode()) > LONGEST_LINE:
            parts.append(part)
            part = " "
        part += sign
    return [*parts, part]

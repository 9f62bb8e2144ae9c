"""Keeping the board's meetings: when it meets, moved or cancelled."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from voice.audit.domain.record import record
from voice.briefings.domain.errors import DayTaken, MeetingIsKept
from voice.briefings.models import Meeting

if TYPE_CHECKING:
    from voice.accounts.models import User


@transaction.atomic
def add_meeting(name: str, *, on: date, by: "User") -> Meeting:
    """Return a new meeting on the day `on`; raises DayTaken."""
    _refuse_taken(on)
    meeting = Meeting.objects.create(name=name, on=on)
    record("briefings.add_meeting", of=meeting, by=by, on=str(on))
    return meeting


@transaction.atomic
def move_meeting(meeting: Meeting, *, name: str, on: date, by: "User") -> Meeting:
    """Change a meeting's name and day, and return it.

    Raises DayTaken, and MeetingIsKept once something was agreed there.
    """
    locked = _unkept(meeting)
    _refuse_taken(on, but=locked)
    before = locked.on
    locked.name, locked.on = name, on
    locked.save(update_fields=["name", "on"])
    record("briefings.move_meeting", of=locked, by=by, on=str(on), before=str(before))
    return locked


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, by: "User") -> Meeting:
    """Say that a meeting does not take place; raises MeetingIsKept."""
    locked = _unkept(meeting)
    locked.is_cancelled = True
    locked.save(update_fields=["is_cancelled"])
    record("briefings.cancel_meeting", of=locked, by=by, on=str(locked.on))
    return locked


def _unkept(meeting: Meeting) -> Meeting:
    """Return the meeting, locked; raises MeetingIsKept where something was agreed."""
    locked = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if locked.decisions.exists():
        raise MeetingIsKept(
            _("Something was agreed at this meeting, so it stays as it was.")
        )
    return locked


def _refuse_taken(on: date, *, but: Meeting | None = None) -> None:
    """Raise DayTaken when the board meets on that day already."""
    same = Meeting.objects.filter(on=on)
    if but is not None:
        same = same.exclude(pk=but.pk)
    if same.exists():
        raise DayTaken(
            _("There is a meeting on that day already. Choose another day."),
            field="on",
        )

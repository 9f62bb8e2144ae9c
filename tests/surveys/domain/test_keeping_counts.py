from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.utils import timezone

from surveys.domain import keeping_counts
from surveys.domain.keeping_counts import SECONDS_BETWEEN, keep_counting
from surveys.models import CountSheet, Response
from tests.factories.surveys import EditionFactory, InvitationFactory, ResponseFactory
from voice.council.enums import Pulse
from voice.council.models import Heartbeat

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

TURNS = 4


class Clock:
    """A clock that only pauses move, and that sees what comes meanwhile."""

    def __init__(self, comes):
        self.now, self.turns, self.comes = timezone.now(), 0, comes

    def pause(self, seconds):
        self.comes(self.now)
        self.now += timedelta(seconds=seconds)
        self.turns += 1

    def goes_on(self):
        return self.turns < TURNS


@pytest.fixture
def way():
    return InvitationFactory(survey=EditionFactory().survey)


def counted(way):
    sheet = CountSheet.objects.filter(edition__survey=way.survey, breakdown="").first()
    return sheet.cells[""][""][""] if sheet else 0


def test_what_came_is_counted_at_the_next_turn(way):
    seen = []

    def comes(_now):
        seen.append((counted(way), Response.objects.count()))
        for _one in range(3):
            ResponseFactory(
                edition=way.survey.editions.get(), invitation=way, finished=True
            )

    clock = Clock(comes)
    keep_counting(pause=clock.pause, goes_on=clock.goes_on)
    assert seen == [(0, 0), (3, 3), (6, 6), (9, 9)]


def test_pause_and_turn_leave_room_in_ten_seconds():
    assert 2 * SECONDS_BETWEEN < 10


def test_turn_that_fails_is_made_again(way, monkeypatch, caplog):
    ResponseFactory(edition=way.survey.editions.get(), invitation=way, finished=True)
    true, turns = keeping_counts.count_new, []

    def fails_once(now):
        turns.append(now)
        if len(turns) == 1:
            raise DatabaseError
        return true(now)

    monkeypatch.setattr(keeping_counts, "count_new", fails_once)
    clock = Clock(lambda _now: None)
    keep_counting(pause=clock.pause, goes_on=clock.goes_on)
    assert counted(way) == 1
    assert "it is tried again" in caplog.text


def beats():
    return list(Heartbeat.objects.values_list("of", flat=True))


def test_turns_leave_a_heartbeat_of_their_own_once_a_minute(way, monkeypatch):
    clock, seen = Clock(lambda _now: None), []
    monkeypatch.setattr(keeping_counts.timezone, "now", lambda: clock.now)

    def pause(seconds):
        clock.pause(30)
        seen.append(Heartbeat.objects.get(of=Pulse.COUNTING).at)

    began = clock.now
    keep_counting(pause=pause, goes_on=clock.goes_on)
    assert beats() == [Pulse.COUNTING]
    after = [(at - began).total_seconds() for at in seen]
    assert after == [0, 0, 60, 60]


def test_turns_that_fail_leave_no_heartbeat(way, monkeypatch, caplog):
    def fails(now):
        raise DatabaseError

    monkeypatch.setattr(keeping_counts, "count_new", fails)
    clock = Clock(lambda _now: None)
    keep_counting(pause=clock.pause, goes_on=clock.goes_on)
    assert beats() == []

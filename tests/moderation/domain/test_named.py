from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.moderation import (
    ConcernFactory,
    ContactConcernFactory,
    ReadingFactory,
)
from voice.council.enums import AlarmKind
from voice.council.models import Delivery
from voice.moderation.domain.clocks import watch_queue
from voice.moderation.domain.errors import NoWorryHere
from voice.moderation.domain.named import wall_off_named
from voice.moderation.domain.screening import screen_reading
from voice.moderation.domain.walls import take_down_wall
from voice.moderation.domain.worries import open_worry
from voice.moderation.models import Concern, Wall, WorryWall
from voice.moderation.queries.concerns import concerns_for
from voice.moderation.queries.worries import worries_for, worries_without_lead

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

WORRY = "R\u200bu\u200bt h hits me and i want to die"


@pytest.fixture
def ruth():
    return UserFactory(lead=True, name="Ruth Quaggashaw (invented)")


@pytest.fixture
def bo():
    return UserFactory(lead=True, name="Bo Zorilla")


def told():
    found = Delivery.objects.filter(channel="desk", alarm__settled_at=None)
    return sorted(found.values_list("user__email", flat=True))


def worry(words=WORRY):
    reading = ReadingFactory(comment__words=words)
    screen_reading(reading)
    reading.refresh_from_db()
    assert reading.worry
    return reading


def test_a_lead_named_in_a_possible_worry_is_not_told_and_cannot_open_it(ruth, bo):
    reading = worry()
    assert told() == [bo.email]
    assert list(worries_for(ruth)) == []
    assert list(worries_for(bo)) == [reading]
    with pytest.raises(NoWorryHere):
        open_worry(reading, by=ruth)
    assert "hits me" in open_worry(reading, by=bo)
    assert WorryWall.objects.get().user == ruth


def test_the_clocks_leave_the_named_lead_out_too(ruth, bo):
    worry()
    watch_queue(timezone.now() + timedelta(days=9))
    kinds = [AlarmKind.WORRY, AlarmKind.WORRY_UNREAD]
    assert not Delivery.objects.filter(user=ruth, alarm__kind__in=kinds).exists()
    assert Delivery.objects.filter(user=bo, alarm__kind=AlarmKind.WORRY_UNREAD).exists()


def test_words_changed_to_name_a_lead_keep_her_out_and_tell_the_others(ruth, bo):
    reading = worry("i want to die")
    assert told() == sorted([ruth.email, bo.email])
    reading.comment.rewrite("i want to die and quaggashaw knows")
    reading.comment.save()
    screen_reading(reading)
    assert told() == [bo.email]
    assert list(worries_for(ruth)) == []


def test_with_every_lead_named_somebody_above_is_told(ruth):
    boss = UserFactory(administrator=True)
    reading = worry()
    assert told() == [boss.email]
    assert worries_without_lead(leads=1) == [reading]
    assert worries_without_lead(leads=2) == []


def test_a_lead_named_in_what_is_passed_on_is_walled_off_by_machine(ruth, bo):
    concern = ConcernFactory(reading__comment__words="r.u.t.h knows", lead=bo)
    wall = Wall.objects.get()
    assert (wall.user, wall.origin, wall.put_up_by) == (ruth, "machine", None)
    assert told() == [bo.email]
    assert list(concerns_for(ruth)) == []
    assert list(concerns_for(bo)) == [concern]


def test_a_lead_named_in_a_wish_to_be_contacted_is_walled_off(ruth, bo):
    ContactConcernFactory(when="not when Ruth is there")
    assert told() == [bo.email]
    assert list(concerns_for(ruth)) == []


def test_another_lead_lets_her_in_with_a_reason_and_the_machine_leaves_it(ruth, bo):
    concern = ConcernFactory(reading__comment__words="ruth knows", lead=bo)
    take_down_wall(Wall.objects.get(), reason="zanzibar", by=bo)
    wall_off_named(concern)
    wall = Wall.objects.get()
    assert wall.reason() == "zanzibar"
    assert b"zanzibar" not in bytes(wall.sealed_reason)
    assert list(concerns_for(ruth)) == [concern]


def test_nobody_named_is_nobody_kept_out(ruth, bo):
    ConcernFactory(reading__comment__words="it is the truth", lead=bo)
    assert not Wall.objects.exists()
    assert Concern.objects.count() == len(concerns_for(ruth)) == 1

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from tests.factories.accounts import UserFactory
from tests.factories.moderation import (
    ConcernFactory,
    ContactConcernFactory,
    ReadingFactory,
)
from voice.accounts.domain.invitations import accept_invitation, invite_staff
from voice.accounts.domain.staff import change_roles, reactivate, rename
from voice.accounts.enums import Role
from voice.council.enums import AlarmKind
from voice.council.models import Delivery
from voice.moderation.domain.clocks import watch_queue
from voice.moderation.domain.concerns import see_concern
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


def named_before(lead):
    """Return a concern and a possible worry that name Ruth, who is no lead yet."""
    ConcernFactory(reading__comment__words="nobody in it", lead=lead)
    concern = ConcernFactory(reading__comment__words="r.u.t.h knows", lead=lead)
    wish = ContactConcernFactory(when="not when Quaggashaw is there")
    return {concern, wish}, worry()


def become_a_lead(person):
    change_roles(
        person, roles=[Role.SAFEGUARDING_LEAD], by=UserFactory(administrator=True)
    )


def come_back(person):
    person.groups.set([Group.objects.get(name=Role.SAFEGUARDING_LEAD)])
    reactivate(person, by=UserFactory(administrator=True))


@pytest.mark.parametrize("become", [become_a_lead, come_back])
def test_who_becomes_a_lead_afterwards_is_walled_off_from_what_names_them(bo, become):
    naming, reading = named_before(bo)
    person = UserFactory(name="Ruth Quaggashaw", is_active=become is not come_back)
    become(person)
    assert {wall.concern for wall in Wall.objects.filter(user=person)} == naming
    assert set(concerns_for(person)) == {*Concern.objects.all()} - naming
    assert len(concerns_for(bo)) == 3
    assert list(worries_for(person)) == []
    assert list(worries_for(bo)) == [reading]
    assert told() == [bo.email] * 4


def test_who_accepts_an_invitation_as_lead_is_walled_off_too(bo):
    naming, _reading = named_before(bo)
    token = invite_staff(
        "ruth@calderwick.example",
        name="Ruth Quaggashaw",
        roles=[Role.SAFEGUARDING_LEAD],
        by=None,
    )
    person = accept_invitation(token, password="a password long enough")
    assert {wall.concern for wall in Wall.objects.filter(user=person)} == naming
    assert list(worries_for(person)) == []


def test_a_lead_who_goes_by_another_name_is_walled_off_and_what_she_saw_is_not_seen(bo):
    lead = UserFactory(lead=True, name="Tamsin Okapi")
    concern = ConcernFactory(reading__comment__words="r.u.t.h knows", lead=bo)
    see_concern(concern, by=lead)
    settled = ConcernFactory(
        reading__comment__words="ruth again", lead=lead, decided=True
    )
    assert len(concerns_for(lead)) == 2
    rename(lead, name="Ruth Okapi", by=UserFactory(administrator=True))
    concern.refresh_from_db()
    assert list(concerns_for(lead)) == []
    assert (concern.state, concern.seen_by) == ("new", None)
    assert set(concerns_for(bo)) == {concern, settled}
    assert bo.email in told()
    assert lead.email not in told()


def test_a_wall_taken_down_is_not_put_up_again_by_another_role(ruth, bo):
    concern = ConcernFactory(reading__comment__words="ruth knows", lead=bo)
    take_down_wall(Wall.objects.get(), reason="zanzibar", by=bo)
    change_roles(
        ruth,
        roles=[Role.SAFEGUARDING_LEAD, Role.BOARD_MEMBER],
        by=UserFactory(administrator=True),
    )
    assert list(concerns_for(ruth)) == [concern]


def test_nobody_but_leads_is_walled_off_by_a_role(bo):
    named_before(bo)
    person = UserFactory(name="Ruth Quaggashaw")
    change_roles(person, roles=[Role.BOARD_MEMBER], by=UserFactory(administrator=True))
    assert not Wall.objects.exists()
    assert not WorryWall.objects.exists()

from datetime import timedelta

import pytest
from django.utils import timezone

from surveys.enums import InvitationKind
from tests.factories.accounts import UserFactory
from tests.factories.moderation import ContactConcernFactory
from tests.factories.surveys import InvitationFactory
from voice.council.enums import AlarmKind
from voice.council.models import Alarm
from voice.moderation.domain.clocks import watch_queue
from voice.moderation.domain.concerns import decide_concern, see_concern
from voice.moderation.models import Concern, ContactDetails

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

FLOOD = 50


@pytest.fixture
def link():
    return InvitationFactory(kind=InvitationKind.LINK, label="Library wall")


def wishes(link, count):
    return [
        ContactConcernFactory(invitation=link, called=f"child {number}")
        for number in range(count)
    ]


def open_alarms(kind=AlarmKind.CONTACT):
    return Alarm.objects.filter(kind=kind, settled_at=None)


def test_fifty_wishes_are_all_kept_and_raise_one_alarm(link):
    found = wishes(link, FLOOD)
    kept = {details.read()["called"] for details in ContactDetails.objects.all()}
    assert kept == {f"child {number}" for number in range(FLOOD)}
    assert Concern.objects.filter(state="new").count() == FLOOD
    assert open_alarms().get().about == str(found[0].pk)


def test_the_alarm_stands_until_the_last_of_them_was_seen(link):
    lead = UserFactory(lead=True)
    found = wishes(link, 3)
    for concern in (found[0], found[2]):
        see_concern(concern, by=lead)
        assert open_alarms().count() == 1
    see_concern(found[1], by=lead)
    assert not open_alarms().exists()
    assert ContactConcernFactory(invitation=link).told_with is None
    assert open_alarms().count() == 1


def test_another_link_and_another_hour_have_alarms_of_their_own(link):
    first = ContactConcernFactory(invitation=link)
    ContactConcernFactory(
        invitation=InvitationFactory(
            survey=link.survey, kind=InvitationKind.LINK, label="Another wall"
        )
    )
    assert open_alarms().count() == 2
    earlier = timezone.now() - timedelta(minutes=61)
    Concern.objects.filter(pk=first.pk).update(raised_at=earlier)
    ContactConcernFactory(invitation=link)
    assert open_alarms().count() == 3


def test_codes_of_single_people_are_never_taken_together():
    codes = InvitationFactory(kind=InvitationKind.CODES, label="Year 9")
    wishes(codes, 3)
    assert open_alarms().count() == 3


def test_a_wish_that_names_a_lead_has_an_alarm_of_its_own(link):
    named = UserFactory(lead=True, name="Quagga Zorilla")
    UserFactory(lead=True)
    ContactConcernFactory(invitation=link)
    walled = ContactConcernFactory(invitation=link, words="quagga frightens me")
    alarm = open_alarms().get(about=str(walled.pk))
    assert not alarm.deliveries.filter(user=named).exists()
    later = ContactConcernFactory(invitation=link)
    assert str(later.told_with_id) != str(walled.pk)


def test_the_clock_of_deciding_tells_of_them_together(link):
    lead = UserFactory(lead=True)
    found = wishes(link, 4)
    later = timezone.now() + timedelta(days=9)
    watch_queue(later)
    assert open_alarms(AlarmKind.CONCERN_UNDECIDED).count() == 1
    decide_concern(found[0], outcome="known", note="x", reference="", by=lead)
    watch_queue(later)
    assert open_alarms(AlarmKind.CONCERN_UNDECIDED).count() == 1
    for concern in found[1:]:
        decide_concern(concern, outcome="known", note="x", reference="", by=lead)
    assert not Alarm.objects.filter(settled_at=None).exists()

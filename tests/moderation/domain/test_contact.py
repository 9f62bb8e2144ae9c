import pytest

from surveys.domain.contact import want_contact
from tests.factories.moderation import ContactConcernFactory
from tests.factories.surveys import InvitationFactory
from voice.council.enums import AlarmKind
from voice.council.models import Alarm
from voice.moderation.models import Concern, ContactDetails

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_a_wish_is_sealed_and_tied_to_no_answer():
    concern = ContactConcernFactory(called="zanzibar", words="okapi")
    details = ContactDetails.objects.get()
    assert details.read() == {
        "called": "zanzibar",
        "how": "07700 900222",
        "who_sees": "My sister",
        "when": "Not before four",
    }
    assert concern.words() == "okapi"
    assert b"zanzibar" not in bytes(details.sealed_details)
    assert b"okapi" not in bytes(concern.sealed_words)
    assert (concern.raised_from, concern.raised_by) == ("contact_me", None)
    assert (concern.comment, concern.way_in_label) == (None, "Library wall")
    names = {field.name for field in Concern._meta.get_fields()}
    assert "response" not in names


def test_a_wish_alarms_those_on_duty_with_a_random_id_alone():
    concern = ContactConcernFactory()
    alarm = Alarm.objects.get()
    assert (alarm.kind, alarm.about) == (AlarmKind.CONTACT, str(concern.pk))


def test_the_same_wish_sent_again_is_one():
    concern = ContactConcernFactory()
    want_contact(
        InvitationFactory(survey=concern.survey),
        once=concern.pk,
        language="en",
        age_band="11-17",
        called="another",
        how="another",
        who_sees="",
        when="",
        words="",
    )
    assert Concern.objects.count() == 1
    assert ContactDetails.objects.get().read()["called"] == "Jo"
    assert Alarm.objects.count() == 1

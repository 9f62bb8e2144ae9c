import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ReadingFactory
from voice.audit.models import Entry
from voice.council.enums import AlarmKind
from voice.council.models import Alarm
from voice.moderation.domain.reading import approve_comment
from voice.moderation.domain.worries import alert_worry
from voice.moderation.models import Concern, Reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead():
    return UserFactory(lead=True)


@pytest.fixture
def reading():
    reading = ReadingFactory(comment__words="zanzibar")
    Reading.objects.filter(pk=reading.pk).update(worry=True)
    reading.refresh_from_db()
    alert_worry(reading)
    return reading


def address(name, reading):
    return reverse(f"moderation:{name}", args=[reading.comment_id])


def open_alarms():
    return Alarm.objects.filter(settled_at=None, kind=AlarmKind.WORRY)


def test_a_lead_opens_a_possible_worry_and_it_is_written_down(sign_in, lead, reading):
    client = sign_in(lead)
    listed = client.get(reverse("moderation:worries"))
    assert "zanzibar" not in listed.parsed.source
    assert address("worry", reading) in listed.parsed.source
    assert open_alarms().count() == 1
    page = client.get(address("worry", reading))
    assert "zanzibar" in page.parsed.text()
    assert Entry.objects.filter(verb="moderation.read_worry", actor=lead).exists()
    assert open_alarms().count() == 0


def test_a_lead_opens_no_other_comment(sign_in, lead, reading):
    calm = ReadingFactory(comment__words="quagga")
    client = sign_in(lead)
    assert client.get(address("worry", calm)).status_code == 404
    approve_comment(
        reading,
        version=reading.version,
        may_count=True,
        may_quote=False,
        by=UserFactory(worker=True),
    )
    assert client.get(address("worry", reading)).status_code == 404
    assert client.post(address("raise_worry", reading)).status_code == 404


def test_a_lead_makes_it_a_concern_and_the_readers_have_it_no_more(
    sign_in, lead, reading
):
    page = sign_in(lead).post(
        address("raise_worry", reading), {"version": reading.version}, follow=True
    )
    concern = Concern.objects.get()
    assert page.parsed.heading == "A concern"
    assert (concern.raised_from, concern.raised_by) == ("screening", lead)
    assert concern.words() == "zanzibar"
    assert concern.comment.reading.state == "passed_on"


def test_a_lead_who_saw_older_words_is_told(sign_in, lead, reading):
    page = sign_in(lead).post(
        address("raise_worry", reading), {"version": reading.version - 1}
    )
    assert page.status_code == 409
    assert not Concern.objects.exists()

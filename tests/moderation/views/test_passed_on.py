import pytest
from django.urls import reverse

from tests.factories.accounts import UserFactory
from tests.factories.moderation import ConcernFactory, ReadingFactory
from tests.factories.surveys import SurveyMemberFactory
from voice.council.enums import AlarmKind
from voice.council.models import Alarm
from voice.moderation.models import Concern, Wall
from voice.moderation.queries.concerns import leads_who_may_see

pytestmark = pytest.mark.django_db


def address(name, concern):
    return reverse(f"moderation:{name}", args=[concern.pk])


def test_the_reader_sees_that_and_when_it_was_decided_and_never_what(sign_in):
    concern = ConcernFactory(
        decided=True, reading__comment__words="zanzibar", reference="DEMO-7"
    )
    client = sign_in(concern.raised_by)
    for page in (
        client.get(reverse("moderation:passed_on")),
        client.get(address("one_passed_on", concern)),
    ):
        assert "Decided" in page.parsed.text()
        for secret in (
            "zanzibar",
            "DEMO-7",
            "Referred",
            "Front door rung",
            concern.decided_by.name,
        ):
            assert secret not in page.parsed.source


def test_another_reader_sees_nothing_of_it(sign_in):
    concern = ConcernFactory()
    client = sign_in(UserFactory(worker=True))
    assert (
        str(concern.pk) not in client.get(reverse("moderation:passed_on")).parsed.source
    )
    assert client.get(address("one_passed_on", concern)).status_code == 404
    for name in ("escalate", "not_this_lead"):
        assert client.post(address(name, concern)).status_code == 404


def test_the_reader_escalates_once_it_waits_and_not_after(sign_in):
    concern = ConcernFactory()
    client = sign_in(concern.raised_by)
    page = client.post(address("escalate", concern), follow=True)
    assert "You asked the duty manager to look" in page.parsed.text()
    assert Alarm.objects.filter(kind=AlarmKind.ESCALATED, settled_at=None).exists()
    done = ConcernFactory(decided=True)
    assert sign_in(done.raised_by).post(address("escalate", done)).status_code == 409


def test_the_reader_keeps_a_lead_out_later_too(sign_in):
    concern = ConcernFactory()
    lead = UserFactory(lead=True, name="Not Thislead")
    client = sign_in(concern.raised_by)
    assert client.post(address("not_this_lead", concern), {}).status_code == 422
    client.post(address("not_this_lead", concern), {"lead": lead.pk})
    wall = Wall.objects.get()
    assert (wall.user, wall.why) == (lead, "not_this_lead")


def test_with_no_lead_left_the_reader_is_told_to_ring(sign_in):
    lead = UserFactory(lead=True)
    concern = ConcernFactory()
    client = sign_in(concern.raised_by)
    for user in leads_who_may_see(concern):
        client.post(address("not_this_lead", concern), {"lead": user.pk})
    assert lead in {wall.user for wall in Wall.objects.all()}
    page = client.get(address("one_passed_on", concern))
    assert "No safeguarding lead is left" in page.parsed.text()


def test_passing_on_offers_not_this_lead_and_the_numbers_to_ring(sign_in):
    reading = ReadingFactory()
    lead = UserFactory(lead=True, name="Not Thislead")
    other = UserFactory(lead=True)
    worker = reading_worker(reading)
    client = sign_in(worker)
    page = client.get(reverse("moderation:comment", args=[reading.comment_id]))
    text = page.parsed.text()
    for said in ("Not Thislead", "your own duty to report", "999"):
        assert said in text
    client.post(
        reverse("moderation:pass_on", args=[reading.comment_id]),
        {"version": reading.version, "not_these": [lead.pk]},
    )
    concern = Concern.objects.get()
    assert concern.walls.get().user == lead
    assert sign_in(lead).get(address("concern", concern)).status_code == 404
    assert sign_in(other).get(address("concern", concern)).status_code == 200
    page = sign_in(worker).get(reverse("moderation:comment", args=[reading.comment_id]))
    assert address("one_passed_on", concern) in page.parsed.source


def reading_worker(reading):
    """Return a worker who may read the survey of `reading`."""
    worker = UserFactory(worker=True)
    SurveyMemberFactory(survey=reading.comment.survey, user=worker)
    return worker

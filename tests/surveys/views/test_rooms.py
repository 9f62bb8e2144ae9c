import pytest
from django.contrib.auth import SESSION_KEY
from django.urls import reverse
from django.utils import timezone

from surveys.models import Response
from surveys.views import rooms
from tests.factories.accounts import UserFactory
from tests.factories.answering import open_survey_link
from tests.factories.surveys import GroupSessionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(db):
    return GroupSessionFactory(invitation__survey=open_survey_link().survey)


@pytest.fixture
def link(session):
    """Be the way in that `start` of this directory starts by."""
    return session.invitation


@pytest.fixture
def tablet(client, session):
    """Return a client that was handed over."""
    client.post(reverse("surveys:share", args=[session.invitation.token]))
    return client


def over(session):
    session.closed_at = timezone.now()
    session.save()


def test_handing_over_signs_the_desk_out(sign_in, session):
    desk = sign_in(UserFactory(worker=True))
    address = reverse("surveys:share", args=[session.invitation.token])
    assert "You are signed in here" in desk.get(address).parsed.text()
    assert SESSION_KEY in desk.session
    page = desk.post(address, follow=True)
    assert SESSION_KEY not in desk.session
    assert "it is your turn" in page.parsed.text()
    home = desk.get(
        reverse("surveys:group_sessions", args=[session.invitation.survey.slug])
    )
    assert home.status_code == 302


def test_the_tablet_remembers_its_room_until_that_is_over(tablet, session):
    cookie = tablet.cookies[rooms.cookie_name()]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["expires"]
    assert "it is your turn" in tablet.get(reverse("surveys:room")).parsed.text()
    over(session)
    page = tablet.get(reverse("surveys:room"))
    assert page.status_code == 410
    assert "You are not too late to be heard." in page.parsed.text()


def test_a_device_of_no_room_is_told_so_kindly(client):
    page = client.get(reverse("surveys:room"))
    assert page.status_code == 410
    client.cookies[rooms.cookie_name()] = "forged:1:xyz"
    assert client.get(reverse("surveys:room")).status_code == 410


def test_next_person_starts_clean(tablet, start, send):
    page = start()
    earlier = tablet.cookies["questions"].value
    send(page, "yes")
    page = tablet.post(reverse("surveys:next_person"), follow=True)
    assert "it is your turn" in page.parsed.text()
    assert tablet.cookies["questions"].value != earlier
    assert Response.objects.get().capability_hash is None
    assert tablet.get(reverse("surveys:step", args=[1])).status_code == 410


def test_whoever_has_not_finished_may_go_on_or_make_room(tablet, start):
    start()
    page = tablet.get(reverse("surveys:room"))
    assert "Somebody has not finished" in page.parsed.text()
    assert tablet.get(reverse("surveys:step", args=[1])).status_code == 200


def test_thanks_and_leaving_lead_to_the_next_person_on_a_shared_tablet(
    tablet, start, send
):
    start()
    page = tablet.post(reverse("surveys:exit"), follow=True)
    assert "Next person" in page.parsed.text()
    start()
    page = send(tablet.get(reverse("surveys:finish")))
    assert "Thank you" in page.parsed.text()
    assert "Next person" in page.parsed.text()
    tablet.post(reverse("surveys:next_person"))
    assert tablet.get(reverse("surveys:thanks")).status_code == 410


def test_own_phone_says_nothing_of_a_next_person(client, start, send):
    start()
    page = client.post(reverse("surveys:exit"), follow=True)
    assert "Next person" not in page.parsed.text()
    start()
    page = send(client.get(reverse("surveys:finish")))
    assert "Thank you" in page.parsed.text()
    assert "Next person" not in page.parsed.text()


def test_late_joiners_are_told_kindly(client, session):
    over(session)
    for name in ("start", "share"):
        page = client.get(reverse(f"surveys:{name}", args=[session.invitation.token]))
        assert page.status_code == 410
        assert "You are not too late to be heard." in page.parsed.text()


def test_only_a_group_session_is_shared(client):
    link = open_survey_link()
    page = client.get(reverse("surveys:share", args=[link.token]))
    assert page.status_code == 410
    assert rooms.cookie_name() not in client.cookies


def test_young_people_start_nowhere_a_worker_is_signed_in(sign_in, session):
    desk = sign_in(UserFactory(worker=True))
    page = desk.get(
        reverse("surveys:start", args=[session.invitation.token]), follow=True
    )
    assert "You are signed in here" in page.parsed.text()
    page = desk.post(
        reverse("surveys:start", args=[session.invitation.token]),
        {"language": "en", "age_band": "11-17", "agreement": "yes"},
    )
    assert page.status_code == 302
    assert Response.objects.count() == 0

import re

import pytest
from django.core import mail
from django.urls import reverse

from tests.factories.accounts import PASSWORD, UserFactory
from voice.accounts.domain.invitations import invite_staff
from voice.accounts.enums import Role
from voice.accounts.models import StaffInvitation, User

pytestmark = pytest.mark.django_db

NEW = "a password long enough"
SAM = {"name": "Sam Okoro", "email": "sam@calderwick.example", "roles": ["web_editor"]}


@pytest.fixture
def administrator():
    return UserFactory(administrator=True)


@pytest.fixture
def desk(administrator, sign_in):
    return sign_in(administrator)


def test_inviting_and_accepting_leads_to_a_first_sign_in(
    desk, client, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        page = desk.post(reverse("accounts:invite"), SAM, follow=True)
    assert "sam@calderwick.example" in page.parsed.text()
    link = re.search(r"(/account/invitation/\S+)", mail.outbox[0].body)[1]
    desk.logout()
    assert client.get(link).parsed.heading == "Choose your password"
    page = client.post(link, {"password": NEW})
    assert page.url == reverse("account_login")
    client.post(page.url, {"login": SAM["email"], "password": NEW})
    assert client.get(reverse("accounts:home")).url == "/admin/"
    assert client.get(link).status_code == 404


def test_a_refused_invitation_keeps_what_was_typed(desk):
    page = desk.post(reverse("accounts:invite"), SAM | {"email": "not an address"})
    values = [field.get("value") for field in page.parsed.all("input")]
    assert {"Sam Okoro", "not an address"} <= set(values)
    assert StaffInvitation.objects.count() == 0


def test_inviting_somebody_twice_says_so(desk):
    desk.post(reverse("accounts:invite"), SAM)
    page = desk.post(reverse("accounts:invite"), SAM)
    assert "This address has been invited" in page.parsed.text()


def test_a_weak_password_is_refused_with_a_reason(client, administrator):
    token = invite_staff(
        SAM["email"], name="Sam Okoro", roles=[Role.WEB_EDITOR], by=administrator
    )
    page = client.post(reverse("accounts:accept", args=[token]), {"password": "short"})
    assert "at least 12 characters" in page.parsed.text()
    assert not User.objects.filter(email=SAM["email"]).exists()


@pytest.mark.parametrize("verb", ["resend", "withdraw"])
def test_a_waiting_invitation_can_be_sent_again_or_withdrawn(desk, verb):
    desk.post(reverse("accounts:invite"), SAM)
    invitation = StaffInvitation.objects.get()
    page = desk.post(reverse(f"accounts:{verb}", args=[invitation.pk]), follow=True)
    waiting = SAM["name"] in page.parsed.text()
    assert waiting == (verb == "resend")


def test_roles_are_changed_on_a_persons_page(desk):
    worker = UserFactory(worker=True)
    where = reverse("accounts:person", args=[worker.pk])
    assert desk.get(where).parsed.heading == worker.name
    desk.post(where, {"roles": ["board_member"]})
    assert worker.roles() == [Role.BOARD_MEMBER]


def test_the_last_administrator_is_told_why_they_stay(desk, administrator):
    where = reverse("accounts:person", args=[administrator.pk])
    page = desk.post(where, {"roles": []})
    assert "At least one administrator must stay" in page.parsed.text()


@pytest.mark.parametrize("verb", ["deactivate", "reactivate", "remove_factors"])
def test_letting_go_asks_first(desk, verb):
    worker = UserFactory(worker=True, is_active=verb != "reactivate")
    where = reverse(f"accounts:{verb}", args=[worker.pk])
    desk.get(where)
    worker.refresh_from_db()
    assert worker.is_active == (verb != "reactivate")
    page = desk.post(where, follow=True)
    assert "Done." in page.parsed.text()
    worker.refresh_from_db()
    assert worker.is_active == (verb != "deactivate")


def test_the_list_costs_the_same_for_many(desk, django_assert_max_num_queries):
    UserFactory.create_batch(30, worker=True)
    with django_assert_max_num_queries(18):
        page = desk.get(reverse("accounts:staff"))
    assert len(page.parsed.all("li")) > 30


def test_an_unknown_person_is_not_found(desk):
    assert desk.get(reverse("accounts:person", args=[999_999])).status_code == 404


def test_the_password_opens_the_desk(client, administrator):
    client.post(
        reverse("account_login"), {"login": administrator.email, "password": PASSWORD}
    )
    assert client.get(reverse("accounts:staff")).status_code == 200


def test_somebody_goes_by_another_name_from_then_on(desk):
    person = UserFactory(worker=True, name="Sam Okoro")
    address = reverse("accounts:rename", args=[person.pk])
    page = desk.post(address, {"name": ""})
    assert "Write their name." in page.parsed.text()
    page = desk.post(address, {"name": "Sam Zorilla"}, follow=True)
    assert page.parsed.heading == "Sam Zorilla"


def test_nobody_gives_themselves_another_name(desk, administrator):
    address = reverse("accounts:rename", args=[administrator.pk])
    page = desk.post(address, {"name": "Sam Zorilla"})
    assert "You cannot do this to yourself" in page.parsed.text()
    administrator.refresh_from_db()
    assert administrator.name != "Sam Zorilla"

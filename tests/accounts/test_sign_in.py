import re

import pytest
from django.core import mail
from django.urls import reverse

from tests.factories.accounts import PASSWORD, UserFactory
from voice.audit.models import Entry

pytestmark = pytest.mark.django_db


def sign_in(client, email, password=PASSWORD, **more):
    return client.post(
        reverse("account_login"), {"login": email, "password": password, **more}
    )


def verbs():
    return list(Entry.objects.order_by("at").values_list("verb", flat=True))


def test_signing_in_leads_to_the_desk_and_is_recorded(client):
    user = UserFactory(worker=True)
    page = sign_in(client, user.email)
    assert page.url == reverse("accounts:home")
    assert verbs() == ["accounts.sign_in"]


def test_signing_in_works_whatever_the_capitals(client):
    UserFactory(worker=True, email="sam@calderwick.example")
    assert sign_in(client, "Sam@Calderwick.Example").status_code == 302


def test_signing_in_leads_back_to_the_page_asked_for(client):
    user = UserFactory(administrator=True)
    page = client.get(reverse("accounts:staff"))
    assert page.url == f"{reverse('account_login')}?next={reverse('accounts:staff')}"
    page = sign_in(client, user.email, next=reverse("accounts:staff"))
    assert page.url == reverse("accounts:staff")


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client):
    user = UserFactory(worker=True)
    pages = [
        sign_in(client, user.email, "a wrong password"),
        sign_in(client, "stranger@calderwick.example", "a wrong password"),
    ]
    said = [
        [page.parsed.text(item) for item in page.parsed.all("li")] for page in pages
    ]
    assert said[0] == said[1]
    assert [page.status_code for page in pages] == [200, 200]


def test_a_failed_sign_in_is_recorded_without_what_was_typed(client):
    user = UserFactory(worker=True)
    sign_in(client, user.email, "plantedsecretword")
    sign_in(client, "plantedsecretword@calderwick.example", "plantedsecretword")
    known, unknown = Entry.objects.order_by("at")
    assert known.object_id == str(user.pk)
    assert unknown.object_id == ""
    assert "plantedsecretword" not in str([vars(known), vars(unknown)])


def test_somebody_who_left_cannot_sign_in(client):
    user = UserFactory(worker=True, is_active=False)
    sign_in(client, user.email)
    assert client.get(reverse("accounts:home")).status_code == 302


def test_the_sixth_wrong_password_is_refused_unseen(client):
    user = UserFactory(worker=True)
    for _ in range(5):
        sign_in(client, user.email, "a wrong password")
    page = sign_in(client, user.email)
    assert page.status_code == 200
    assert client.get(reverse("accounts:home")).status_code == 302


def test_there_is_no_way_to_sign_up(client):
    assert client.get("/account/signup/", follow=True).status_code == 404
    page = client.get(reverse("account_login"))
    links = [link.get("href") for link in page.parsed.all("a")]
    assert not [link for link in links if "signup" in link or "sign-up" in link]


def test_there_is_no_way_to_change_the_address(sign_in):
    page = sign_in(UserFactory(worker=True)).get("/account/email/", follow=True)
    assert page.status_code == 404


def test_signing_out_asks_first_and_is_recorded(client):
    user = UserFactory(worker=True)
    sign_in(client, user.email)
    assert client.get(reverse("account_logout")).status_code == 200
    client.post(reverse("account_logout"))
    assert verbs() == ["accounts.sign_in", "accounts.sign_out"]
    assert client.get(reverse("accounts:home")).status_code == 302


def test_a_forgotten_password_is_replaced_by_mail(client):
    user = UserFactory(worker=True)
    page = client.post(reverse("account_reset_password"), {"email": user.email})
    assert page.url == reverse("account_reset_password_done")
    link = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
    form = client.get(link, follow=True)
    where = form.redirect_chain[-1][0]
    new = "another long password"
    client.post(where, {"password1": new, "password2": new})
    assert sign_in(client, user.email).status_code == 200
    assert sign_in(client, user.email, new).status_code == 302
    assert client.get(link, follow=True).parsed.heading == (
        "This link has been used or is too old"
    )


def test_a_strangers_address_gets_no_mail_and_the_same_answer(client):
    page = client.post(
        reverse("account_reset_password"), {"email": "nobody@calderwick.example"}
    )
    assert page.url == reverse("account_reset_password_done")
    assert mail.outbox == []


def test_changing_the_password_signs_out_everywhere_and_is_recorded(client, sign_in):
    user = UserFactory(worker=True)
    here = sign_in(user)
    elsewhere = type(client)()
    elsewhere.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    new = "another long password"
    here.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert "accounts.change_password" in verbs()
    assert elsewhere.get(reverse("accounts:home")).status_code == 302
    assert here.get(reverse("accounts:home")).status_code == 302


def test_a_weak_new_password_is_refused(sign_in):
    page = sign_in(UserFactory(worker=True)).post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "short", "password2": "short"},
    )
    assert page.status_code == 200


@pytest.mark.parametrize(
    ("wagtails", "ours"),
    [
        ("/admin/login/", "account_login"),
        ("/admin/password_reset/", "account_reset_password"),
        ("/admin/password_reset/confirm/x/y/", "account_reset_password"),
        ("/admin/users/", "accounts:home"),
        ("/admin/groups/", "accounts:home"),
        ("/admin/users/new/", "accounts:home"),
    ],
)
def test_wagtails_own_addresses_lead_to_ours(client, wagtails, ours):
    assert client.get(wagtails).url == reverse(ours)


def test_wagtails_sign_in_refuses_a_password(client):
    user = UserFactory(editor=True)
    client.post("/admin/login/", {"username": user.email, "password": PASSWORD})
    assert client.get(reverse("accounts:home")).url.startswith("/account/login/")


def test_wagtails_admin_sends_strangers_to_our_sign_in(client):
    assert client.get("/admin/").url == "/account/login/?next=/admin/"


def test_wagtails_sign_out_signs_out(sign_in):
    client = sign_in(UserFactory(editor=True))
    client.post("/admin/logout/")
    assert client.get("/admin/").status_code == 302


def test_the_board_has_no_way_into_the_admin(sign_in):
    page = sign_in(UserFactory(board=True)).get("/admin/")
    assert page.status_code == 302


@pytest.mark.parametrize(
    "name",
    [
        "mfa_index",
        "account_change_password",
        "accounts:devices",
        "mfa_list_webauthn",
        "account_reauthenticate",
    ],
)
def test_account_pages_are_well_made(sign_in, name):
    page = sign_in(UserFactory(worker=True)).get(reverse(name))
    assert page.status_code == 200


def test_the_inactive_page_is_well_made(client):
    assert client.get(reverse("account_inactive")).status_code == 200


def test_signing_out_everywhere_else_ends_the_other_session(client):
    user = UserFactory(worker=True)
    here, elsewhere = client, type(client)()
    sign_in(elsewhere, user.email)
    sign_in(here, user.email)
    page = here.get(reverse("accounts:devices"))
    assert "Sign out everywhere else" in page.parsed.text()
    here.post(reverse("accounts:end_others"))
    assert elsewhere.get(reverse("accounts:home")).status_code == 302
    assert here.get(reverse("accounts:home")).status_code == 200

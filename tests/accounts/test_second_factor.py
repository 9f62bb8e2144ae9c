import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from tests.factories.accounts import PASSWORD, UserFactory
from voice.audit.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def by_password(client):
    """Return a function that signs in with the password alone."""

    def signed_in(user):
        client.post(
            reverse("account_login"), {"login": user.email, "password": PASSWORD}
        )
        return client

    return signed_in


def verbs():
    return list(Entry.objects.order_by("at").values_list("verb", flat=True))


@pytest.mark.parametrize("address", ["/desk/", "/admin/", "/board/", "/desk/staff/"])
def test_without_a_factor_every_room_leads_to_setting_one_up(by_password, address):
    client = by_password(UserFactory(administrator=True))
    assert client.get(address).url == reverse("mfa_index")


def test_without_a_factor_the_way_out_and_static_files_stay_open(by_password):
    client = by_password(UserFactory(worker=True))
    assert client.get(reverse("account_logout")).status_code == 200
    assert client.get(reverse("mfa_index")).status_code == 200
    assert client.get("/static/css/nothing.css").status_code == 404


def test_without_a_factor_nothing_else_of_the_account_can_be_changed(by_password):
    client = by_password(UserFactory(worker=True))
    for name in ("account_change_password", "accounts:devices"):
        assert client.get(reverse(name)).url == reverse("mfa_index")


@pytest.mark.django_db(transaction=True)
def test_setting_up_an_app_opens_the_desk_and_is_recorded(by_password, code_of):
    user = UserFactory(worker=True)
    client = by_password(user)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.get(reverse("mfa_activate_totp"))
    assert page.parsed.heading == "Set up an authenticator app"
    secret = client.session["mfa.totp.secret"]
    page = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})
    assert page.url == reverse("mfa_view_recovery_codes")
    assert client.get(page.url).status_code == 200
    assert client.get(reverse("accounts:home")).status_code == 200
    # The app, and the recovery codes that come with it.
    assert verbs() == ["accounts.sign_in"] + ["accounts.add_factor"] * 2


def test_the_secret_of_an_app_is_sealed_in_the_database(with_totp):
    user = UserFactory()
    secret = with_totp(user)
    kept = Authenticator.objects.get(user=user)
    assert secret not in str(kept.data)
    assert kept.wrap().instance.pk == kept.pk


def test_with_a_factor_the_password_alone_does_not_sign_in(by_password, with_totp):
    user = UserFactory(worker=True)
    with_totp(user)
    client = by_password(user)
    assert client.get(reverse("accounts:home")).url.startswith("/account/login/")
    assert verbs() == []


def test_password_and_code_sign_in(by_password, with_totp, code_of):
    user = UserFactory(worker=True)
    secret = with_totp(user)
    client = by_password(user)
    page = client.get(reverse("mfa_authenticate"))
    assert page.parsed.heading == "Show your second factor"
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    assert client.get(reverse("accounts:home")).status_code == 200


def test_a_wrong_code_is_refused_and_recorded(by_password, with_totp, code_of):
    user = UserFactory(worker=True)
    secret = with_totp(user)
    client = by_password(user)
    wrong = str((int(code_of(secret)) + 1) % 1_000_000).zfill(6)
    page = client.post(reverse("mfa_authenticate"), {"code": wrong})
    assert page.status_code == 200
    assert verbs() == ["accounts.factor_failed"]


def test_a_recovery_code_signs_in_once(
    by_password, client, with_totp, with_recovery_codes
):
    user = UserFactory(worker=True)
    with_totp(user)
    code = with_recovery_codes(user)[0]
    by_password(user).post(reverse("mfa_authenticate"), {"code": code})
    assert client.get(reverse("accounts:home")).status_code == 200
    client.post(reverse("account_logout"))
    by_password(user).post(reverse("mfa_authenticate"), {"code": code})
    assert client.get(reverse("accounts:home")).status_code == 302


def test_a_session_that_never_showed_a_factor_must_show_it(sign_in, with_totp, code_of):
    user = UserFactory(worker=True)
    secret = with_totp(user)
    client = sign_in(user)
    page = client.get(reverse("accounts:home"))
    assert page.url == f"{reverse('mfa_reauthenticate')}?next=%2Fdesk%2F"
    assert client.get(page.url).status_code == 200
    client.post(page.url, {"code": code_of(secret), "next": "/desk/"})
    assert client.get(reverse("accounts:home")).status_code == 200


@pytest.mark.parametrize(
    "name", ["mfa_index", "mfa_add_webauthn", "mfa_deactivate_totp"]
)
def test_a_stolen_password_cannot_add_or_remove_a_factor(sign_in, with_totp, name):
    user = UserFactory(worker=True)
    with_totp(user)
    page = sign_in(user).get(reverse(name))
    assert page.url.startswith(reverse("mfa_reauthenticate"))


def test_the_last_factor_cannot_be_removed_where_one_is_required(
    by_password, with_totp, code_of
):
    user = UserFactory(worker=True)
    secret = with_totp(user)
    client = by_password(user)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.post(reverse("mfa_deactivate_totp"))
    assert page.status_code == 302 or page.status_code == 200
    assert Authenticator.objects.filter(user=user).count() == 1


def test_recovery_code_pages_are_well_made(
    by_password, with_totp, with_recovery_codes, code_of
):
    user = UserFactory(worker=True)
    secret = with_totp(user)
    codes = with_recovery_codes(user)
    client = by_password(user)
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    page = client.get(reverse("mfa_view_recovery_codes"))
    shown = [page.parsed.text(code) for code in page.parsed.all("code")]
    assert shown == codes
    for name in (
        "mfa_index",
        "mfa_generate_recovery_codes",
        "mfa_deactivate_totp",
        "mfa_add_webauthn",
        "mfa_list_webauthn",
        "accounts:devices",
    ):
        assert client.get(reverse(name)).status_code == 200

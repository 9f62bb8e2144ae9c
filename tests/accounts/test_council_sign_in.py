"""Signing in with the council's own identity provider, against one on this machine."""

import time
from urllib.parse import parse_qsl, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.urls import reverse

from tests.accounts.fake_provider import CLIENT, SECRET, FakeProvider
from tests.factories.accounts import UserFactory
from voice.accounts.domain.invitations import invite_staff
from voice.accounts.domain.staff import deactivate
from voice.accounts.enums import Role
from voice.accounts.logic.claims import factor_was_shown_there
from voice.accounts.models import StaffInvitation, User
from voice.audit.models import Entry

pytestmark = pytest.mark.django_db
START = reverse("accounts:council_sign_in")
BACK = reverse("accounts:council_callback")
LOGIN = reverse("account_login")


@pytest.fixture
def provider(settings):
    """Return a provider on this machine, and have Voice use it."""
    provider = FakeProvider()
    settings.OIDC_ISSUER = provider.issuer
    settings.OIDC_NAME = "Calderwick"
    settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET = CLIENT, SECRET
    settings.WAGTAILADMIN_BASE_URL = "http://testserver"
    yield provider
    provider.stop()


@pytest.fixture
def worker():
    return UserFactory(worker=True, email="noor@calderwick.example")


def begin(client):
    """Begin to sign in; return what the provider is asked."""
    page = client.get(START)
    assert page.status_code == 302
    return dict(parse_qsl(urlsplit(page.headers["Location"]).query))


def come_back(client, provider, **claims):
    """Sign in at the provider, which says `claims`, and come back."""
    asked = begin(client)
    provider.claims = {
        "sub": "noor-1",
        "email": "noor@calderwick.example",
        "email_verified": True,
    } | claims
    code = provider.authorise(asked)
    return client.get(BACK, {"code": code, "state": asked["state"]})


def signed_in_as(client):
    """Return the key of who is signed in; None for nobody."""
    return client.session.get("_auth_user_id")


def test_the_button_is_there_only_where_a_provider_is(client, provider, settings):
    assert "Sign in with Calderwick" in client.get(LOGIN).parsed.text()
    settings.OIDC_ISSUER = ""
    assert START not in [link.get("href") for link in client.get(LOGIN).parsed.all("a")]
    assert client.get(START).status_code == client.get(BACK).status_code == 404


def test_the_provider_is_asked_with_state_nonce_and_challenge(client, provider):
    asked = begin(client)
    assert asked["redirect_uri"] == f"http://testserver{BACK}"
    assert asked["code_challenge_method"] == "S256"
    assert asked["prompt"] == "login"
    assert len(asked["state"]) >= 16
    assert len(asked["nonce"]) == len(asked["code_challenge"]) + 21 == 64


def test_somebody_who_works_here_is_let_in(client, provider, worker):
    page = come_back(client, provider)
    assert (page.status_code, signed_in_as(client)) == (302, str(worker.pk))
    assert client.get("/desk/").status_code == 200
    tied = SocialAccount.objects.get()
    assert (tied.user, tied.uid, tied.provider) == (worker, "noor-1", "council")
    assert Entry.objects.filter(verb="accounts.sign_in", actor=worker).exists()


def test_they_keep_their_password_and_come_back_by_their_number(
    client, provider, worker
):
    password = worker.password
    come_back(client, provider)
    client.logout()
    come_back(client, provider, email="married@calderwick.example")
    assert signed_in_as(client) == str(worker.pk)
    worker.refresh_from_db()
    assert (worker.password, worker.email) == (password, "noor@calderwick.example")


def test_only_what_is_needed_of_the_token_is_kept(client, provider, worker):
    come_back(client, provider, name="Plantedname", groups=["Plantedgroup"])
    kept = SocialAccount.objects.get().extra_data
    assert set(kept) == {"sub", "email", "email_verified"}


def test_an_invitation_that_waits_is_accepted_without_a_password(client, provider):
    invite_staff(
        "Noor@Calderwick.example",
        name="Noor",
        roles=[Role.ACTION_OWNER],
        by=UserFactory(administrator=True),
    )
    come_back(client, provider)
    made = User.objects.get(email="noor@calderwick.example")
    assert signed_in_as(client) == str(made.pk)
    assert made.roles() == [Role.ACTION_OWNER]
    assert not made.has_usable_password()
    assert StaffInvitation.objects.get().accepted_by == made


def refused(client, page):
    """Say that the one page of refusal came, and nobody is signed in."""
    assert page.parsed.heading == "We could not sign you in"
    assert signed_in_as(client) is None
    return True


def test_nobody_signs_up(client, provider):
    before = User.objects.count()
    assert refused(client, come_back(client, provider))
    assert User.objects.count() == before


def test_an_address_that_is_not_proven_lets_nobody_in(client, provider, worker):
    for claims in (
        {"email_verified": False},
        {"email_verified": "true"},
        {"email": ""},
    ):
        assert refused(client, come_back(client, provider, **claims))
    provider.claims = {}
    assert not SocialAccount.objects.exists()


def test_a_directory_that_proves_its_addresses_may_be_trusted(
    client, provider, worker, settings
):
    settings.OIDC_EMAIL_TRUSTED = True
    settings.OIDC_EMAIL_CLAIM = "preferred_username"
    come_back(
        client,
        provider,
        email="other@x.example",
        email_verified=None,
        preferred_username="Noor@calderwick.example",
    )
    assert signed_in_as(client) == str(worker.pk)


def test_a_leaver_is_kept_out(client, provider, worker):
    come_back(client, provider)
    client.logout()
    deactivate(worker, by=UserFactory(administrator=True))
    assert refused(client, come_back(client, provider))


def test_a_second_account_with_the_same_address_is_kept_out(client, provider, worker):
    come_back(client, provider)
    client.logout()
    assert refused(client, come_back(client, provider, sub="somebody-else"))


@pytest.mark.parametrize(
    "claims",
    [
        {"nonce": "another"},
        {"aud": "another"},
        {"iss": "https://another.example"},
        {"exp": 1},
    ],
    ids=["nonce", "audience", "issuer", "expired"],
)
def test_a_token_that_is_not_for_this_sign_in_is_refused(
    client, provider, worker, claims
):
    assert refused(client, come_back(client, provider, **claims))


def test_a_token_signed_with_another_key_is_refused(client, provider, worker):
    provider.signs_with = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    assert refused(client, come_back(client, provider))


def test_a_token_without_a_signature_is_refused(client, provider, worker):
    provider.signs_with, provider.algorithm = None, "none"
    assert refused(client, come_back(client, provider))


def test_a_state_of_another_browser_is_refused(client, provider, worker):
    asked = begin(client)
    provider.claims = {"sub": "noor-1", "email": worker.email, "email_verified": True}
    code = provider.authorise(asked)
    other = type(client)()
    page = other.get(BACK, {"code": code, "state": asked["state"]})
    assert refused(other, page)


def test_what_the_provider_refuses_is_told_kindly(client, provider):
    asked = begin(client)
    page = client.get(BACK, {"error": "server_error", "state": asked["state"]})
    assert refused(client, page)


def test_its_second_factor_counts_where_the_setting_says_so(
    client, provider, worker, settings
):
    settings.SECOND_FACTOR_REQUIRED = True
    settings.OIDC_SECOND_FACTOR = ["amr=mfa"]
    come_back(client, provider, amr=["pwd"])
    assert client.get("/desk/").headers["Location"].startswith("/account/")
    client.logout()
    come_back(client, provider, amr=["pwd", "mfa"], auth_time=int(time.time()))
    assert client.get("/desk/").status_code == 200


def test_its_second_factor_does_not_count_without_the_setting(
    client, provider, worker, settings
):
    settings.SECOND_FACTOR_REQUIRED = True
    come_back(client, provider, amr=["pwd", "mfa"])
    assert client.get("/desk/").status_code == 302


def test_its_factor_stands_for_ours(client, provider, worker, settings, with_totp):
    settings.SECOND_FACTOR_REQUIRED = True
    settings.OIDC_SECOND_FACTOR = ["acr=two"]
    with_totp(worker)
    page = come_back(client, provider, acr="one")
    assert page.headers["Location"].startswith("/account/2fa/")
    come_back(client, provider, acr="two")
    assert client.get("/desk/").status_code == 200


def test_they_prove_themselves_again_at_the_council(client, provider, worker, settings):
    settings.SECOND_FACTOR_REQUIRED = True
    settings.OIDC_SECOND_FACTOR = ["amr=mfa"]
    come_back(client, provider, amr=["mfa"])
    page = client.get(reverse("accounts:prove"), {"next": "/desk/themes/"})
    assert page.headers["Location"] == f"{START}?next=%2Fdesk%2Fthemes%2F"


@pytest.mark.parametrize(
    ("claims", "accepted", "counts"),
    [
        ({"amr": ["pwd", "mfa"]}, ["amr=mfa"], True),
        ({"acr": "high"}, ["amr=mfa", "acr=high"], True),
        ({"amr": ["pwd"]}, ["amr=mfa"], False),
        ({}, ["amr=mfa"], False),
        ({"amr": ["mfa"]}, [], False),
        ({"amr": ["mfa"]}, ["mfa"], False),
        ({"amr": ["mfa"], "auth_time": 99}, ["amr=mfa"], False),
        ({"amr": ["mfa"], "auth_time": 100}, ["amr=mfa"], True),
    ],
)
def test_which_claims_count_as_a_factor(claims, accepted, counts):
    found = factor_was_shown_there(claims, accepted=accepted, now=1000, within=900)
    assert found is counts

"""Staff sign in with a passkey, in a browser with an authenticator of its own."""

import pytest

from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def with_passkey(settings, visit):
    """Return a phone that can make and show passkeys."""
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    settings.SECOND_FACTOR_REQUIRED = True
    arrived = visit()
    tools = arrived.context.new_cdp_session(arrived.page)
    tools.send("WebAuthn.enable")
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return arrived


def test_passkey_is_added_and_signs_in_by_itself(with_passkey):
    user = UserFactory(worker=True)
    page = with_passkey.page
    with_passkey.go("/account/login/")
    page.locator("input[type=email]").first.fill(user.email)
    page.locator("input[type=password]").first.fill(PASSWORD)
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in", exact=True).click()
    # Without a second factor there is nowhere to go but to set one up.
    with_passkey.go("/desk/")
    assert "/desk/" not in page.url
    with_passkey.go("/account/2fa/webauthn/add/")
    # Adding a way in asks once more who is there.
    page.locator("input[type=password]").first.fill(PASSWORD)
    with page.expect_navigation():
        page.locator("main form button").first.click()
    assert with_passkey.violations() == []
    page.locator("main input[name=name]").fill("My phone")
    passwordless = page.locator("main input[name=passwordless]")
    if passwordless.count():
        passwordless.check(force=True)
    with page.expect_navigation():
        page.get_by_role("button", name="Add it").click()
    with_passkey.context.clear_cookies()
    with_passkey.go("/account/login/")
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in with a passkey").click()
    with_passkey.go("/desk/")
    assert page.url.endswith("/desk/")
    assert with_passkey.elsewhere() == []

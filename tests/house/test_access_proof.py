"""Which addresses ask for the second factor again after fifteen minutes, and which not."""

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.flows.login import record_authentication
from django.test import RequestFactory

from tests.factories.accounts import UserFactory
from tests.house.access import ASKS_AGAIN, STAFF
from tests.house.addresses import addresses

pytestmark = pytest.mark.django_db
OURS = sorted(
    {address for address in addresses() if address.name in STAFF},
    key=lambda address: address.name,
)


def shown(client, user, *, minutes):
    """Have a second factor of `user` shown in the client's session, `minutes` ago."""
    request = RequestFactory().get("/")
    request.user, request.session = user, client.session
    record_authentication(request, user, method="mfa", type="totp")
    for record in request.session[AUTHENTICATION_METHODS_SESSION_KEY]:
        record["at"] -= minutes * 60
    request.session.save()


def asks_again(client, address):
    """Say whether the address asks for proof, opened or sent."""
    found = set()
    for method in ("get", "post"):
        page = getattr(client, method)(address.path)
        if page.status_code != 405:
            found.add(b"It is more than 15 minutes since" in page.content)
    return found == {True}


@pytest.fixture
def visitor(sign_in, settings):
    """Return a function that signs in somebody whom the table lets into an address."""
    settings.SECOND_FACTOR_REQUIRED = True
    people = {}

    def visit(address, *, minutes):
        role = min(STAFF[address.name])
        if role not in people:
            people[role] = UserFactory(roles=[role])
        client = sign_in(people[role])
        shown(client, people[role], minutes=minutes)
        return client

    return visit


def test_the_table_says_where_proof_is_asked_for_again(visitor):
    found = {
        address.name
        for address in OURS
        if asks_again(visitor(address, minutes=16), address)
    }
    assert found == ASKS_AGAIN


def test_no_proof_is_asked_for_again_within_fifteen_minutes(visitor):
    found = {
        address.name
        for address in OURS
        if asks_again(visitor(address, minutes=14), address)
    }
    assert found == set()


def test_whatever_changes_who_may_see_what_is_in_the_table():
    changes = {
        name
        for name in STAFF
        if name.startswith(("accounts:", "surveys:people", "surveys:remove_person"))
    }
    harmless = {
        "accounts:home",
        "accounts:gallery",
        "accounts:guides",
        "accounts:guide",
        "accounts:you",
        "accounts:staff",
        "accounts:audit",
        "accounts:review",
        "accounts:break_glass",
        # Closing early takes away; it is never made harder.
        "accounts:close_break_glass",
        "accounts:devices",
        "accounts:end_device",
        "accounts:end_others",
        "accounts:prove",
    }
    assert changes - ASKS_AGAIN == harmless

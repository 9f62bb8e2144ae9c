"""Every address is in the access table, and the table is what happens."""

import pytest

from tests.factories.accounts import UserFactory
from tests.house.access import (
    DRAFTING,
    IN_THE_ADMIN,
    PUBLIC,
    SIGN_IN,
    STAFF,
    WAGTAIL,
    WAGTAIL_OPEN,
)
from tests.house.addresses import addresses
from voice.accounts.enums import Role

ALL = sorted(addresses(), key=lambda address: address.name)
OURS = [address for address in ALL if address.name in STAFF]
ADMIN = [
    address
    for address in ALL
    if address.name.startswith(WAGTAIL)
    and address.path.startswith("/admin/")
    and address.path not in WAGTAIL_OPEN
]

pytestmark = pytest.mark.django_db


def outcome(page):
    """Return what became of a visit: let in, sent to sign in, or refused."""
    where = page.headers.get("Location", "")
    if page.status_code == 302 and "/login/" in where:
        return "sent to sign in"
    if page.status_code == 403:
        return "refused"
    return "let in"


def test_every_address_is_in_the_table():
    unlisted = [
        address.name
        for address in ALL
        if address.name not in STAFF
        and address.name not in PUBLIC
        and not address.name.startswith(SIGN_IN)
        and not address.name.startswith((*WAGTAIL, *DRAFTING))
    ]
    assert unlisted == []


def test_the_table_lists_no_address_that_is_gone():
    names = {address.name for address in ALL}
    assert (set(STAFF) | PUBLIC) - names == set()


@pytest.mark.parametrize("address", OURS, ids=lambda address: address.name)
def test_stranger_is_sent_to_sign_in(client, address):
    for visit in (client.get, client.post):
        assert outcome(visit(address.path)) == "sent to sign in", address.path


@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
def test_role_opens_what_the_table_says(role, sign_in):
    user = UserFactory(roles=[role])
    found, expected = {}, {}
    for address in OURS:
        for method in ("get", "post"):
            client = sign_in(user)
            page = getattr(client, method)(address.path)
            found[address.name, method] = outcome(page)
            expected[address.name, method] = (
                "let in" if role in STAFF[address.name] else "refused"
            )
    assert found == expected


@pytest.mark.parametrize(
    "role", sorted(set(Role) - IN_THE_ADMIN), ids=lambda role: role.value
)
def test_role_without_the_admin_opens_nothing_of_wagtail(role, sign_in):
    client = sign_in(UserFactory(roles=[role]))
    opened = [
        address.path for address in ADMIN if client.get(address.path).status_code == 200
    ]
    assert opened == []


def test_stranger_opens_nothing_of_wagtail(client):
    opened = [
        address.path for address in ADMIN if client.get(address.path).status_code == 200
    ]
    assert opened == []


@pytest.mark.parametrize("role", Role, ids=lambda role: role.value)
def test_role_opens_our_pages_in_the_admin_as_the_table_says(role, sign_in):
    client = sign_in(UserFactory(roles=[role]))
    for prefix, roles in DRAFTING.items():
        pages = {
            address.path: client.get(address.path)
            for address in ALL
            if address.name.startswith(prefix)
        }
        assert pages
        opened = [path for path, page in pages.items() if page.status_code == 200]
        if role in roles:
            known = {200, 302, 404, 405}
            assert {page.status_code for page in pages.values()} <= known
        else:
            assert opened == [], prefix


# What has no first page: of one survey, or only sent to.
NO_FIRST_PAGE = {
    "survey_wordings",
    "survey_safety_words",
    "survey_picture",
    "survey_conditions",
}


@pytest.mark.parametrize("prefix", sorted(set(DRAFTING) - NO_FIRST_PAGE))
def test_every_role_of_a_drafting_row_opens_its_first_page(prefix, sign_in):
    for role in DRAFTING[prefix]:
        client = sign_in(UserFactory(roles=[role]))
        first = next(
            address.path
            for address in ALL
            if address.name.startswith(prefix)
            and address.name.split(":")[-1] in {"list", "index", "own_council"}
        )
        assert client.get(first).status_code in {200, 302}, role

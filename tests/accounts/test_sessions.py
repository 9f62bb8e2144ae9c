"""Sessions end, everywhere at once, when what they stand for has changed."""

import pytest
from django.conf import settings
from django.urls import reverse

from tests.conftest import ReadingClient
from tests.factories.accounts import PASSWORD, UserFactory
from voice.accounts.enums import Role

pytestmark = pytest.mark.django_db
HOME = reverse("accounts:home")


def browser(user):
    """Return a browser in which `user` signed in with the form."""
    client = ReadingClient()
    page = client.post(
        reverse("account_login"), {"login": user.email, "password": PASSWORD}
    )
    assert page.url == HOME
    return client


def answers(*browsers):
    """Return how the desk answers each browser."""
    return [client.get(HOME).status_code for client in browsers]


@pytest.fixture
def two():
    """Return somebody, and the two browsers in which they are signed in."""
    user = UserFactory(worker=True)
    return user, browser(user), browser(user)


def test_a_change_of_roles_in_the_browser_ends_both_sessions(two):
    user, here, there = two
    admin = browser(UserFactory(administrator=True))
    assert answers(here, there) == [200, 200]
    admin.post(
        reverse("accounts:person", args=[user.pk]),
        {"roles": [Role.PARTICIPATION_WORKER.value, Role.WEB_EDITOR.value]},
    )
    assert user.has_role(Role.WEB_EDITOR)
    assert answers(here, there, admin) == [302, 302, 200]


def test_saving_the_same_roles_ends_none(two):
    user, here, there = two
    browser(UserFactory(administrator=True)).post(
        reverse("accounts:person", args=[user.pk]),
        {"roles": [Role.PARTICIPATION_WORKER.value]},
    )
    assert answers(here, there) == [200, 200]


def test_letting_somebody_go_ends_both_sessions(two):
    user, here, there = two
    browser(UserFactory(administrator=True)).post(
        reverse("accounts:deactivate", args=[user.pk])
    )
    assert answers(here, there) == [302, 302]


def test_a_change_of_password_ends_both_sessions(two):
    _user, here, there = two
    other = browser(UserFactory(worker=True))
    new = "another long password"
    here.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert answers(here, there, other) == [302, 302, 200]


def test_a_session_copied_before_the_change_opens_nothing_after(two):
    user, here, _there = two
    kept = here.session.session_key
    browser(UserFactory(administrator=True)).post(
        reverse("accounts:person", args=[user.pk]), {"roles": [Role.WEB_EDITOR.value]}
    )
    thief = ReadingClient()
    thief.cookies[settings.SESSION_COOKIE_NAME] = kept
    assert answers(thief) == [302]

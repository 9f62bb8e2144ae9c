"""Tries to sign in are counted in the one cache all processes share; answers tell nothing."""

import pytest
from django.conf import settings
from django.core import mail
from django.core.management.sql import emit_post_migrate_signal
from django.urls import reverse

from tests.conftest import ReadingClient
from tests.factories.accounts import PASSWORD, UserFactory

pytestmark = pytest.mark.django_db
IN_THE_DATABASE = "django.core.cache.backends.db.DatabaseCache"
WRONG = "a wrong password"


def attempt(email, password=WRONG, *, address="192.0.2.1"):
    """Return the answer to a try, each from a new browser."""
    return ReadingClient(REMOTE_ADDR=address).post(
        reverse("account_login"), {"login": email, "password": password}
    )


def said(page):
    """Return what a page says, and how, without the address that was typed."""
    return page.status_code, [page.parsed.text(one) for one in page.parsed.all("li")]


@pytest.fixture
def shared(settings):
    """Keep the cache in the database, as councils do, made as migrating makes it."""
    settings.CACHES = {"default": {"BACKEND": IN_THE_DATABASE, "LOCATION": "counted"}}
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")


def test_the_limits_are_ours_not_what_a_library_thinks():
    assert settings.ACCOUNT_RATE_LIMITS == {
        "login": "30/m/ip",
        "login_failed": "10/m/ip,5/300s/key",
        "change_password": "5/m/user",
        "reauthenticate": "10/m/user",
        "reset_password": "20/m/ip,5/m/key",
        "reset_password_from_key": "20/m/ip",
    }


def test_five_wrong_passwords_close_an_account_from_wherever_they_come(shared):
    user = UserFactory(worker=True)
    for number in range(5):
        attempt(user.email, address=f"192.0.2.{number}")
    page = attempt(user.email, PASSWORD, address="198.51.100.7")
    assert page.status_code == 200
    assert "_auth_user_id" not in page.client.session


def test_others_still_sign_in_meanwhile(shared):
    user, other = UserFactory(worker=True), UserFactory(worker=True)
    for number in range(6):
        attempt(user.email, address=f"192.0.2.{number}")
    assert attempt(other.email, PASSWORD).status_code == 302


def test_it_opens_again_after_five_minutes(shared, time_machine):
    time_machine.move_to("2026-03-14T12:00:00+00:00", tick=False)
    user = UserFactory(worker=True)
    for number in range(6):
        attempt(user.email, address=f"192.0.2.{number}")
    time_machine.move_to("2026-03-14T12:05:01+00:00", tick=False)
    assert attempt(user.email, PASSWORD).status_code == 302


def test_ten_wrong_passwords_close_an_address_whoever_they_try(shared):
    for number in range(10):
        attempt(f"nobody{number}@calderwick.example")
    user = UserFactory(worker=True)
    page = attempt(user.email, PASSWORD)
    assert page.status_code != 302


def test_the_answers_tell_nobody_who_works_here(shared):
    known, unknown = UserFactory(worker=True).email, "nobody@calderwick.example"
    left = UserFactory(worker=True, is_active=False).email
    for number in range(7):
        pages = [
            said(attempt(email, address=f"192.0.2.{number}{place}"))
            for place, email in enumerate((known, unknown, left))
        ]
        assert pages[0] == pages[1] == pages[2], number


def test_letters_for_a_new_password_are_limited_and_tell_nothing(shared):
    user = UserFactory(worker=True)
    for email in (user.email, "nobody@calderwick.example"):
        answers = [
            ReadingClient().post(reverse("account_reset_password"), {"email": email})
            for _ in range(7)
        ]
        assert [page.status_code for page in answers] == [302] * 5 + [429] * 2
    assert len(mail.outbox) == 5

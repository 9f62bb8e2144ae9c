from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(sign_in):
    """Return a function that says whether the desk still opens."""
    client = sign_in(UserFactory(worker=True))
    return lambda: client.get(reverse("accounts:home")).status_code == 200


def test_a_session_ends_after_thirty_idle_minutes(desk, time_machine):
    start = timezone.now()
    assert desk()
    time_machine.move_to(start + timedelta(minutes=29))
    assert desk()
    time_machine.move_to(start + timedelta(minutes=58))
    assert desk()
    time_machine.move_to(start + timedelta(minutes=58 + 31))
    assert not desk()


def test_a_session_ends_after_twelve_hours_however_busy(desk, time_machine):
    start = timezone.now()
    for minutes in range(0, 12 * 60, 20):
        time_machine.move_to(start + timedelta(minutes=minutes))
        assert desk()
    time_machine.move_to(start + timedelta(hours=12, minutes=1))
    assert not desk()


def test_an_ended_session_leads_back_to_where_it_was(sign_in, time_machine):
    client = sign_in(UserFactory(administrator=True))
    client.get(reverse("accounts:staff"))
    time_machine.move_to(timezone.now() + timedelta(minutes=31))
    page = client.get(reverse("accounts:staff"))
    assert page.url == f"{reverse('account_login')}?next={reverse('accounts:staff')}"


def test_a_young_persons_page_spends_no_query_on_sessions(
    client, django_assert_num_queries
):
    with django_assert_num_queries(0):
        client.get("/admin/login/")

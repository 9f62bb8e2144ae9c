"""Pages of the statement and the board ask the database as often for much as for little."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.accounts import UserFactory
from tests.factories.plan import SMALL, Plan

pytestmark = pytest.mark.django_db

MORE = (3, 6, 14, 60, 3)
MOST = 20


def asked_by(client, plan):
    """Return how many queries each page of a plan takes, by its name."""
    found = {}
    for name, address in plan.pages().items():
        client.get(address)
        with CaptureQueriesContext(connection) as told:
            assert client.get(address).status_code == 200, name
        found[name] = len(told)
    return found


def test_no_page_asks_twenty_times_nor_more_often_for_more(sign_in):
    both = UserFactory(worker=True)
    client = sign_in(both)
    little = asked_by(client, Plan(SMALL, worker=both, owner=both))
    much = asked_by(client, Plan(MORE, worker=both, owner=both))
    assert {name: n for name, n in much.items() if n >= MOST} == {}
    more_often = {
        name: (little[name], n) for name, n in much.items() if n > little[name]
    }
    assert more_often == {}

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories.accounts import UserFactory
from voice.audit.domain.record import record
from voice.audit.models import Entry

pytestmark = pytest.mark.django_db

URL = "/desk/audit/"


@pytest.fixture
def desk(sign_in):
    client = sign_in(UserFactory(officer=True, name="Dee Officer"))
    sam, ali = UserFactory(name="Sam Okoro"), UserFactory(name="Ali Khan")
    record("accounts.first", sam, by=sam)
    record("accounts.second", ali, by=ali)
    return client


def verbs(page):
    rows = page.parsed.all("tbody")[0].iter("tr") if page.parsed.all("tbody") else []
    return [page.parsed.text(next(iter(row.iter("code")))) for row in rows]


def test_the_newest_is_first(desk):
    assert verbs(desk.get(URL))[:2] == ["accounts.second", "accounts.first"]


@pytest.mark.parametrize(
    "query",
    [
        {"who": "sam"},
        {"verb": "accounts.first"},
        {"who": "Sam", "kind": "accounts.User"},
    ],
)
def test_a_filter_shows_what_matches_and_nothing_else(desk, query):
    assert verbs(desk.get(URL, query)) == ["accounts.first"]


def test_filters_by_object_and_by_day(desk):
    sam = Entry.objects.get(verb="accounts.first")
    page = desk.get(URL, {"object_id": sam.object_id, "kind": sam.object_type})
    assert verbs(page) == ["accounts.first"]
    today = timezone.localdate()
    tomorrow = (today + timedelta(days=1)).isoformat()
    assert verbs(desk.get(URL, {"who": "Ali", "since": today, "until": today})) == [
        "accounts.second"
    ]
    assert verbs(desk.get(URL, {"since": tomorrow})) == []


def test_a_time_that_ends_before_it_begins_is_refused_and_kept(desk):
    page = desk.get(URL, {"since": "2026-03-14", "until": "2026-03-13"})
    assert "before the day it starts from" in page.parsed.text()
    values = [field.get("value") for field in page.parsed.all("input")]
    assert "2026-03-14" in values


def test_reading_the_audit_is_recorded_once_a_view(desk):
    desk.get(URL, {"who": "sam"})
    (entry,) = Entry.objects.filter(verb="accounts.read_audit")
    assert entry.actor_name == "Dee Officer"
    assert entry.place == "accounts:audit"
    assert entry.details == {"page": 1, "filters": ["who"]}


def test_a_long_audit_is_paged_at_a_steady_price(desk, django_assert_max_num_queries):
    person = UserFactory()
    for n in range(120):
        record("accounts.many", person, by=person, n=n)
    with django_assert_max_num_queries(15):
        page = desk.get(URL, {"verb": "accounts.many"})
    assert len(verbs(page)) == 50
    links = [link.get("href") for link in page.parsed.all("a")]
    assert "?verb=accounts.many&page=2" in links


@pytest.mark.parametrize("role", ["administrator", "worker", "lead", "board"])
def test_nobody_else_reads_it(sign_in, role):
    assert sign_in(UserFactory(**{role: True})).get(URL).status_code == 403

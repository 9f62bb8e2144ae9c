"""The council keeps its own list of workers' words."""

import pytest

from surveys.domain.jargon import keep_jargon
from surveys.models import JargonList
from surveys.queries.jargon import jargon_now, lines_of
from tests.factories.accounts import UserFactory
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_the_list_that_came_holds_until_another_is_kept():
    assert {"placement", "contact", "LAC", "statutory"} <= jargon_now()["en"].keys()
    keep_jargon(language="en", lines="unit: home", by=UserFactory(worker=True))
    assert jargon_now()["en"] == {"unit": "home"}


def test_an_emptied_list_stays_empty():
    keep_jargon(language="en", lines="", by=UserFactory(worker=True))
    assert jargon_now()["en"] == {}


def test_a_term_that_comes_twice_is_kept_once_and_the_change_is_recorded():
    worker = UserFactory(worker=True)
    keep_jargon(language="ur", lines="الف\nب : پ\n\nالف", by=worker)
    assert lines_of("ur") == "الف\nب: پ"
    keep_jargon(language="ur", lines="ب: پ\nج", by=worker)
    assert JargonList.objects.count() == 1
    entries = Entry.objects.filter(verb="surveys.keep_jargon")
    assert {entry.actor for entry in entries} == {worker}
    assert sorted(
        (entry.details["added"], entry.details["removed"]) for entry in entries
    ) == [(1, 1), (2, 0)]

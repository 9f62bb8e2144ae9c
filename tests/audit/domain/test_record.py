import uuid
from datetime import date

import pytest

from tests.factories.accounts import UserFactory
from voice.accounts.models import User
from voice.audit.domain.record import MACHINE, entry_mac, record
from voice.audit.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def test_an_entry_says_who_what_which_and_from_where():
    person = UserFactory(name="Sam Okoro")
    record("accounts.tested", person, by=person, state="new", count=3)
    kept = Entry.objects.get()
    assert kept.actor == person
    assert kept.actor_name == "Sam Okoro"
    assert (kept.object_type, kept.object_id) == ("accounts.User", str(person.pk))
    assert kept.place == "machine"
    assert kept.details == {"state": "new", "count": 3}


def test_an_entry_read_back_has_the_same_mac_to_the_microsecond():
    person = UserFactory()
    made = [
        record(
            "accounts.tested",
            person,
            by=person,
            id=uuid.uuid4(),
            day=date(2026, 3, 14),
            nested={"b": [1, 2.5], "a": None, "word": "سلام"},
        )
        for _ in range(20)
    ]
    kept = {entry.pk: entry for entry in Entry.objects.all()}
    assert [entry_mac(kept[entry.pk]) for entry in made] == [e.mac for e in made]


def test_the_machine_acts_under_its_own_name():
    entry = record("accounts.tested", User, by=None)
    assert (entry.actor, entry.actor_key, entry.actor_name) == (None, "", MACHINE)
    assert (entry.object_type, entry.object_id) == ("accounts.User", "")


def test_an_entry_outlives_the_person_it_names():
    person = UserFactory(name="Sam Okoro")
    entry = record("accounts.tested", person, by=person)
    person.delete()
    kept = Entry.objects.get(pk=entry.pk)
    assert kept.actor is None
    assert kept.actor_name == "Sam Okoro"
    assert entry_mac(kept) == kept.mac

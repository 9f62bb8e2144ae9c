import threading

import pytest
from django.db import connection

from tests.factories.accounts import UserFactory
from voice.accounts.models import User
from voice.audit.domain import sealing
from voice.audit.domain.record import record
from voice.audit.domain.sealing import seal_entries
from voice.audit.domain.verifying import verify
from voice.audit.models import Entry, Seal

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]


def write(number):
    return [record("accounts.tested", User, by=None, n=n) for n in range(number)]


def test_entries_are_sealed_in_the_order_they_were_written():
    made = write(5)
    seal_entries()
    sealed = Entry.objects.order_by("position")
    assert [entry.pk for entry in sealed] == [entry.pk for entry in made]
    assert Seal.objects.get().count == 5


def test_each_seal_names_the_one_before():
    for _ in range(3):
        write(2)
        seal_entries()
    seals = list(Seal.objects.all())
    assert [seal.number for seal in seals] == [1, 2, 3]
    assert [seal.before for seal in seals] == ["0" * 64, seals[0].mac, seals[1].mac]


def test_nothing_waiting_makes_no_seal():
    assert seal_entries() == []
    assert Seal.objects.count() == 0


def test_a_long_queue_is_sealed_in_several_batches(monkeypatch):
    monkeypatch.setattr(sealing, "BATCH", 4)
    write(10)
    assert [seal.count for seal in seal_entries()] == [4, 4, 2]


@pytest.mark.django_db(transaction=True)
def test_two_sealers_at_once_seal_every_entry_exactly_once(monkeypatch):
    monkeypatch.setattr(sealing, "BATCH", 3)
    person = UserFactory()
    for n in range(30):
        record("accounts.tested", person, by=person, n=n)
    barrier = threading.Barrier(4)
    errors = []

    def sealer():
        try:
            barrier.wait()
            for _ in range(5):
                seal_entries()
        except Exception as error:  # noqa: BLE001 - reported by the test
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=sealer) for _ in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    seal_entries()
    assert errors == []
    assert Entry.objects.filter(seal=None).count() == 0
    assert sum(Seal.objects.values_list("count", flat=True)) == 30
    assert verify() == []

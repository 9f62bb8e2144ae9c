import json
import random
from datetime import timedelta

import pytest
from django.db import models
from django.utils import timezone

from tests.factories.accounts import UserFactory
from voice.accounts.models import User
from voice.audit.domain.record import record
from voice.audit.domain.sealing import seal_entries
from voice.audit.domain.verifying import verify
from voice.audit.enums import Tampering
from voice.audit.models import Entry, Seal

pytestmark = [pytest.mark.django_db, pytest.mark.on_both]

# What somebody with a database shell can do.
entries = models.QuerySet(Entry)
seals = models.QuerySet(Seal)


def found():
    return {finding.kind for finding in verify()}


@pytest.fixture
def person():
    return UserFactory()


@pytest.fixture
def history(person):
    """Three seals of four entries."""
    for batch in range(3):
        for n in range(4):
            record("accounts.tested", person, by=person, batch=batch, n=n)
        seal_entries()


def test_an_untouched_audit_is_whole(history):
    assert verify() == []


def test_an_empty_audit_is_whole():
    assert verify() == []


@pytest.mark.parametrize(
    "change",
    [
        {"actor_name": "Somebody Else"},
        {"verb": "accounts.other"},
        {"object_id": "999"},
        {"place": "elsewhere"},
        {"details": {"n": 5}},
        {"at": timezone.now() - timedelta(days=2)},
        {"actor_key": "999"},
        {"mac": "0" * 64},
    ],
)
def test_an_edit_is_found(history, change):
    entries.filter(pk=Entry.objects.first().pk).update(**change)
    assert Tampering.EDITED in found()


def test_pinning_an_entry_on_somebody_else_is_found(history):
    entries.filter(pk=Entry.objects.first().pk).update(actor=UserFactory())
    assert found() == {Tampering.EDITED}


def test_erasing_a_person_breaks_nothing(history, person):
    person.delete()
    assert verify() == []


def test_a_deleted_entry_is_found(history):
    entries.filter(pk=Entry.objects.last().pk).delete()
    assert found() == {Tampering.DELETED}


def test_a_deleted_seal_with_its_entries_is_found(history):
    entries.filter(seal_id=2).delete()
    seals.filter(pk=2).delete()
    assert Tampering.DELETED in found()


def test_an_inserted_entry_is_found(history):
    first = Entry.objects.first()
    Entry.objects.bulk_create(
        [Entry(verb="accounts.tested", seal_id=1, position=9, mac=first.mac)]
    )
    assert found() == {Tampering.EDITED, Tampering.INSERTED}


def test_two_entries_that_changed_places_are_found(history):
    one, two = Entry.objects.filter(seal_id=2)[:2]
    swap(one, two)
    assert found() == {Tampering.REORDERED}


def test_two_entries_swapped_between_seals_are_found(history):
    swap(Entry.objects.filter(seal_id=1)[0], Entry.objects.filter(seal_id=3)[0])
    assert found() == {Tampering.REORDERED}


def swap(one, two):
    entries.filter(pk=one.pk).update(position=99)
    entries.filter(pk=two.pk).update(seal=one.seal, position=one.position)
    entries.filter(pk=one.pk).update(seal=two.seal, position=two.position)


@pytest.mark.parametrize("change", [{"before": "1" * 64}, {"mac": "1" * 64}])
def test_an_edited_seal_is_found(history, change):
    seals.filter(pk=2).update(**change)
    assert found() == {Tampering.EDITED, Tampering.REORDERED}


def test_an_entry_nobody_sealed_is_found_after_a_minute(time_machine):
    record("accounts.tested", User, by=None)
    assert verify() == []
    time_machine.move_to(timezone.now() + timedelta(seconds=61))
    assert found() == {Tampering.UNSEALED}


def test_a_tail_cut_off_whole_is_found_by_the_checkpoint(settings, tmp_path, person):
    settings.AUDIT_CHECKPOINT = str(tmp_path / "checkpoint.json")
    for n in range(3):
        record("accounts.tested", person, by=person, n=n)
        seal_entries()
    assert verify() == []
    entries.filter(seal_id=3).delete()
    seals.filter(pk=3).delete()
    assert found() == {Tampering.CUT}


def test_sealing_on_after_a_cut_does_not_hide_it(settings, tmp_path, person):
    settings.AUDIT_CHECKPOINT = str(tmp_path / "checkpoint.json")
    for n in range(3):
        record("accounts.tested", person, by=person, n=n)
        seal_entries()
    entries.filter(seal_id=3).delete()
    seals.filter(pk=3).delete()
    for n in range(3):
        record("accounts.tested", person, by=person, n=n)
        seal_entries()
    assert found() == {Tampering.CUT}


def test_a_spoilt_checkpoint_is_found(settings, tmp_path, history):
    path = tmp_path / "checkpoint.json"
    settings.AUDIT_CHECKPOINT = str(path)
    path.write_text("not JSON", encoding="utf-8")
    assert found() == {Tampering.CUT}
    path.write_text(json.dumps({"number": 1}), encoding="utf-8")
    assert found() == {Tampering.CUT}


def edit(dice, entry):
    field = dice.choice(["actor_name", "verb", "object_id", "place", "object_type"])
    entries.filter(pk=entry.pk).update(**{field: f"{getattr(entry, field)}x"})


def delete(dice, entry):
    entries.filter(pk=entry.pk).delete()


def insert(dice, entry):
    copy = Entry.objects.get(pk=entry.pk)
    twin = Entry(
        **{
            field.attname: getattr(copy, field.attname)
            for field in Entry._meta.concrete_fields
            if field.name not in {"id", "position"}
        },
        position=copy.position + dice.randint(100, 200),
    )
    Entry.objects.bulk_create([twin])


def reorder(dice, entry):
    other = dice.choice(list(Entry.objects.exclude(pk=entry.pk)))
    swap(entry, other)


@pytest.mark.parametrize("trial", range(50))
def test_any_tampering_with_a_sealed_audit_is_found(history, trial):
    dice = random.Random(trial)
    entry = dice.choice(list(Entry.objects.all()))
    dice.choice([edit, delete, insert, reorder])(dice, entry)
    assert verify() != []
